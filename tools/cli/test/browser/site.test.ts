/** The site as readers open it, from the disk; where there is no browser, these are skipped. */
/// <reference lib="dom" />
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseRfc } from '@quiesce/rfc';
import { renderSite } from '@quiesce/site';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileRfc, hostileSamples } from '../../../site/test/markdown/hostile-samples.js';
import { site } from '../../src/site/site.js';
import { chartPage, kindsOfPages, textPage, writeShownProject } from './shown-project.js';
import { executablePath, worldAt } from './world-at.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(!existsSync(executablePath))('the site in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quiesce-site-'));
  let browser: Browser;

  beforeAll(async () => {
    writeShownProject(folder);
    const request = { rfcs: [], output: 'site', useCache: false };
    expect(await site(request, worldAt(folder))).toBe(0);
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What went wrong while `read` had the page: errors, dialogs, and whatever was asked of a network. */
  const reading = async (
    options: BrowserContextOptions,
    read: (page: Page, open: (path: string) => Promise<unknown>) => Promise<void>,
  ): Promise<readonly string[]> => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('pageerror', ({ message }) => wrong.push(`error: ${message}`));
    page.on('console', (message) => message.type() === 'error' && wrong.push(`console: ${message.text()}`));
    page.on('dialog', (dialog) => {
      wrong.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    const home = pathToFileURL(folder).href;
    page.on(
      'request',
      (request) => request.url().startsWith(home) || wrong.push(`request: ${request.url()}`),
    );
    await read(page, (path) => page.goto(`${home}/site/${path}`));
    await context.close();
    return wrong;
  };

  test.each([360, 390, 1280])(
    'fits into a window of %i pixels, and asks nothing of a network',
    async (width) => {
      const wrong = await reading({ viewport: { width, height: 844 } }, async (page, open) => {
        for (const path of kindsOfPages) {
          await open(path);
          const [content, window] = await page.evaluate(() => [
            document.scrollingElement!.scrollWidth,
            innerWidth,
          ]);
          expect(content, path).toBeLessThanOrEqual(window!);
        }
      });
      expect(wrong).toEqual([]);
    },
  );

  test.each(['light', 'dark'] as const)('is accessible in the %s', async (colorScheme) => {
    const wrong = await reading({ colorScheme }, async (page, open) => {
      for (const path of kindsOfPages) {
        await open(path);
        expect(await violations(page), path).toEqual([]);
      }
    });
    expect(wrong).toEqual([]);
  });

  test('steps through a run by mouse', async () => {
    const wrong = await reading({}, async (page, open) => {
      await open(chartPage);
      const last = Number(await page.locator('figure.chart').first().getAttribute('data-steps'));
      expect(last).toBeGreaterThan(2);
      expect(await shownStep(page)).toMatchObject({ rows: [], moment: 'At the start' });
      const moments = new Set<string>();
      for (let step = 1; step <= last; step += 1) {
        await page.getByRole('button', { name: 'Next' }).first().click();
        const shown = await shownStep(page);
        expect(shown).toMatchObject({ rows: [step], moment: `After step ${step} of ${last}` });
        expect(shown.changed.length).toBeGreaterThan(0);
        moments.add(shown.table);
      }
      expect(moments.size).toBe(last);
      await page.getByRole('button', { name: 'Previous' }).first().click();
      expect((await shownStep(page)).rows).toEqual([last - 1]);
      await page.locator('.chart-body [data-step="2"]').first().click();
      expect((await shownStep(page)).rows).toEqual([2]);
      await page.getByRole('button', { name: 'First' }).first().click();
      expect((await shownStep(page)).rows).toEqual([]);
    });
    expect(wrong).toEqual([]);
  });

  test('steps through a run by keyboard, and opens at the step of an address', async () => {
    const wrong = await reading({}, async (page, open) => {
      await open(chartPage);
      const last = Number(await page.locator('figure.chart').first().getAttribute('data-steps'));
      const at = async (key: string): Promise<readonly number[]> => {
        await page.keyboard.press(key);
        return (await shownStep(page)).rows;
      };
      await page.locator('.chart-view').first().focus();
      expect(await at('ArrowDown')).toEqual([1]);
      expect(await at('ArrowDown')).toEqual([2]);
      expect(await at('ArrowUp')).toEqual([1]);
      expect(await at('End')).toEqual([last]);
      expect(await at('Home')).toEqual([]);
      const slider = page.getByRole('slider').first();
      await slider.focus();
      expect(await at('ArrowRight')).toEqual([1]);
      expect(await slider.getAttribute('aria-valuetext')).toMatch(/^Step 1 of \d+: \w+, ./);
      await page.getByRole('button', { name: 'Next' }).first().focus();
      expect(await at('Enter')).toEqual([2]);
      await open('index.html');
      await open(`${chartPage}#run-hasty-3`);
      expect((await shownStep(page)).rows).toEqual([3]);
    });
    expect(wrong).toEqual([]);
  });

  test('is reached by the tab key in the order of reading, always to be seen', async () => {
    await reading({}, async (page, open) => {
      await open(chartPage);
      const names: string[] = [];
      for (let stop = 0; stop < 60 && names.at(-1) !== 'Step of the run'; stop += 1) {
        await page.keyboard.press('Tab');
        const focus = await focused(page);
        expect(focus.isSeen, focus.name).toBe(true);
        names.push(focus.name);
      }
      const order = ['Skip to the text', 'All RFCs', 'Text', 'Matrix', 'Verdicts', 'See the run.', '→ Next'];
      expect(names.filter((name) => order.includes(name))).toEqual(order);
      expect(names.at(-1)).toBe('Step of the run');
      await open(chartPage);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    });
  });

  test('can be read without a script', async () => {
    const wrong = await reading({ javaScriptEnabled: false }, async (page, open) => {
      await open(textPage);
      expect(await page.getByText('A sender says that it writes').isVisible()).toBe(true);
      expect(await page.locator('article.clause').getByText('The owner frees the box.').isVisible()).toBe(
        true,
      );
      await open(chartPage);
      const chart = page.locator('figure.chart').first();
      const last = Number(await chart.getAttribute('data-steps'));
      expect(await chart.locator('.chart-body [data-step]').count()).toBe(last);
      expect(await chart.locator('button').count()).toBe(0);
      // Nothing is cut off below: the box is as high as the picture.
      expect(await chart.locator('.chart-view').evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(
        0,
      );
      await chart.getByText('The steps in words').click();
      for (let step = 1; step <= last; step += 1)
        expect(await page.locator(`#run-hasty-${step}`).isVisible()).toBe(true);
      await chart.getByText('As in a mail').click();
      expect(await chart.locator('details pre').isVisible()).toBe(true);
    });
    expect(wrong).toEqual([]);
  });

  describe('of an RFC that means harm', () => {
    const names = Object.keys(hostileSamples);
    // A quotation ends what is never closed in it, so that each sample has its chance.
    const quoted = names.map((name) => `Above ${name}.\n\n${hostileSamples[name]!.replace(/^/gm, '> ')}`);
    const told = names.map((name) => `Above ${name}.`);

    // The policy of the pages is taken away: the markup alone has to be harmless.
    test('runs nothing, asks for nothing, and shows what stands around it', async () => {
      writeSite(join(folder, 'hostile'), hostileRfc(quoted.join('\n\n')));
      const wrong = await reading({ bypassCSP: true }, async (page) => {
        await watchForHits(page);
        await page.goto(pathToFileURL(join(folder, 'hostile/0001-hostile/index.html')).href);
        await page.locator('details > summary').evaluateAll((all) => {
          for (const one of all) (one as HTMLElement).click();
        });
        for (const text of [...told, 'After.'])
          expect(await page.getByText(text, { exact: true }).isVisible(), text).toBe(true);
        expect(await page.locator('article.clause').count()).toBe(2);
        const schemes = await page
          .locator('main a')
          .evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLAnchorElement).protocol))]);
        expect(schemes.filter((one) => !['file:', 'https:', 'mailto:'].includes(one))).toEqual([]);
        expect(await hits(page)).toBe(0);
      });
      expect(wrong).toEqual([]);
    });

    test('would be caught by these tests', async () => {
      const file = join(folder, 'naked.html');
      const naked = ['image with onerror', 'image from elsewhere', 'script'] as const;
      writeFileSync(
        file,
        naked
          .map((name) => hostileSamples[name])
          .join('\n')
          .replace(/!\[.*\]\((.*)\)/, '<img src="$1">'),
      );
      const wrong = await reading({}, async (page) => {
        await watchForHits(page);
        await page.goto(pathToFileURL(file).href);
        expect(await hits(page)).toBe(2);
      });
      expect(wrong).toContain('request: https://evil.example/pixel.png');
    });
  });
});

/** In every page that opens from now on, what the samples try to call. */
async function watchForHits(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const own = globalThis as unknown as { hits: number; hit: () => void };
    own.hits = 0;
    own.hit = () => {
      own.hits += 1;
    };
  });
}

function hits(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { hits: number }).hits);
}

function writeSite(folder: string, text: string): void {
  const rfcs = [parseRfc('rfc/0001-hostile.md', text).rfc];
  const nothing = { checks: [], links: [], differences: [], costs: null, mails: new Map() };
  for (const { path, text: content } of renderSite({ rfcs, ...nothing })) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** What axe-core has against a page, by the rules of WCAG 2 at A and AA. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run;
    const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
    // Without `preload`, which asks for the style sheet once more.
    const found = await run(document, { runOnly: rules, preload: false });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

interface ShownStep {
  readonly rows: readonly number[];
  readonly moment: string;
  /** The values, row by row. */
  readonly table: string;
  /** The rows of the table that are marked. */
  readonly changed: readonly string[];
}

/** Of the first chart. */
function shownStep(page: Page): Promise<ShownStep> {
  return page
    .locator('figure.chart')
    .first()
    .evaluate((chart) => {
      const texts = (selector: string) =>
        [...chart.querySelectorAll(selector)].map((one) => one.textContent ?? '');
      return {
        rows: [...chart.querySelectorAll<SVGElement>('.row.current')].map(({ dataset }) =>
          Number(dataset['step']),
        ),
        moment: texts('.chart-moment').join(),
        table: texts('.chart-state tr').join('\n'),
        changed: texts('.chart-state tr.changed'),
      };
    });
}

/** Where the keyboard is, and whether a reader sees it there. */
function focused(page: Page): Promise<{ readonly name: string; readonly isSeen: boolean }> {
  return page.evaluate(() => {
    const one = document.activeElement as HTMLElement;
    const { top, bottom, left, right } = one.getBoundingClientRect();
    const isInside = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return {
      name: (one.getAttribute('aria-label') ?? one.textContent ?? '').trim(),
      isSeen: isInside && outlineStyle !== 'none' && outlineWidth !== '0px',
    };
  });
}
