import { verdicts, verdictTable } from '@quiesce/conformance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderSite, type SiteFile } from '../src/index.js';
import { type ParsedPage, parsedPage, textOf } from './parsed-page.js';
import { lampText, sampleSite } from './sample-site.js';

const files = renderSite(sampleSite());
const pages = files
  .filter(({ path }) => path.endsWith('.html'))
  .map(({ path, text }) => ({ path, text, ...parsedPage(text) }));
const pageAt = (path: string) => pages.find((page) => page.path === path)!;

describe('all pages', () => {
  it('are there, each once', () => {
    expect(files.map(({ path }) => path)).toEqual([
      'index.html',
      'costs.html',
      '0001-lamps/index.html',
      '0001-lamps/matrix.html',
      '0001-lamps/objections.html',
      '0001-lamps/links.html',
      '0001-lamps/changes.html',
      '0001-lamps/changes-1.html',
      '0001-lamps/mail.html',
      '0001-lamps/clause/lamp.dark.html',
      '0001-lamps/clause/lamp.soft.html',
      '0002-sockets/index.html',
      '0002-sockets/matrix.html',
      '0002-sockets/objections.html',
      '0002-sockets/links.html',
      '0002-sockets/changes.html',
      '0002-sockets/mail.html',
      '0002-sockets/clause/socket.dead.html',
      'site.css',
      'site.js',
    ]);
  });

  it('are the same bytes for the same input', () => {
    expect(renderSite(sampleSite())).toEqual(files);
  });

  it.each(pages)('$path is well-formed', ({ errors }) => {
    expect(errors).toEqual([]);
  });

  it.each(pages)('$path has each id once, and labels that exist', ({ elements }) => {
    const ids = elements.flatMap(({ properties: { id } }) => (id === undefined ? [] : [String(id)]));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const named = elements.flatMap(({ properties }) =>
      ['ariaLabelledBy', 'ariaDescribedBy', 'htmlFor'].flatMap((name) => listOf(properties[name])),
    );
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it.each(pages)('$path leads nowhere that does not exist', (page) => {
    expect(lostLinks(page, pages, files)).toEqual([]);
  });

  it.each(pages)('$path has one title, and headings in order', ({ elements }) => {
    const levels = elements.flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    expect(levels.slice(1).filter((level, index) => level > levels[index]! + 1)).toEqual([]);
  });

  it('load nothing but the style and the script of the site', () => {
    for (const { path, elements, text } of pages) {
      const loaded = elements.flatMap(({ tagName, properties }) =>
        tagName === 'link' ? [properties['href']] : tagName === 'script' ? [properties['src']] : [],
      );
      const up = '../'.repeat(path.split('/').length - 1);
      expect(loaded).toEqual([`${up}site.css`, `${up}site.js`]);
      expect(text).toContain('http-equiv="Content-Security-Policy"');
    }
    const style = files.find(({ path }) => path === 'site.css')!.text;
    expect(style).not.toMatch(/url\(|@import|expression/);
  });

  it('have a script that can be read', () => {
    const script = files.find(({ path }) => path === 'site.js')!.text;
    expect(() => new Function(script)).not.toThrow();
  });
});

describe('the matrix', () => {
  const { elements } = pageAt('0001-lamps/matrix.html');
  it.each(verdicts)('shows %s by a mark and a word, and leads to the evidence', (verdict) => {
    const cells = elements.filter(
      ({ tagName, properties }) =>
        tagName === 'a' && String(properties['href']).endsWith(`#option.like-${verdict}`),
    );
    expect(cells).toHaveLength(1);
    const word = verdict === 'not-explored' ? 'not explored' : verdictTable[verdict].mark;
    expect(textOf(cells[0]!)).toMatch(new RegExp(`^\\S${word}$`));
  });

  it('puts in brackets what is not promised', () => {
    const [cell] = elements.filter(({ properties }) => String(properties['href']).endsWith('#option.dimmer'));
    expect(textOf(cell!)).toBe('(✓holds)');
  });
});

describe('a clause', () => {
  const text = textOf(pageAt('0001-lamps/index.html').tree);
  it('stands in the text, with its fields and verdicts', () => {
    expect(text).toContain('it is "off" & <cold>');
    expect(text).toMatch(/Promised by\s*✗ FAILS\s*relay/);
    expect(text).toMatch(/Not promised by\s*✓ holds\s*dimmer/);
    expect(text).toContain('This contract block could not be read (line ');
  });

  it('says so where it was explored with another text', () => {
    const changed = renderSite(sampleSite(lampText.replace('MUST NOT shine', 'MUST NOT glow')));
    const told = 'explored for an earlier text of the clause';
    const at = (list: typeof files, path: string) => list.find((file) => file.path === path)!.text;
    for (const path of ['0001-lamps/index.html', '0001-lamps/clause/lamp.dark.html']) {
      expect(at(files, path)).not.toContain(told);
      expect(at(changed, path)).toContain(told);
    }
  });

  it('shows the run that breaks it, as text where there is no trace', () => {
    expect(textOf(pageAt('0001-lamps/clause/lamp.dark.html').tree)).toContain('P0\n<b>on</b>\n');
  });
});

describe('any RFC', () => {
  it('gives pages that are whole, whatever became of its text', () => {
    const cut = fc.record({
      at: fc.nat(lampText.length),
      length: fc.nat(200),
      text: fc.oneof(fc.string(), fc.constantFrom('```', '\n\n', '---\n', '<', 'Clause: lamp.dark\n')),
    });
    fc.assert(
      fc.property(fc.array(cut, { maxLength: 4 }), (cuts) => {
        const text = cuts.reduce(
          (so, one) => so.slice(0, one.at) + one.text + so.slice(one.at + one.length),
          lampText,
        );
        const made = renderSite(sampleSite(text));
        const all = parsedPages(made);
        for (const page of all) {
          expect(page.errors, page.path).toEqual([]);
          expect(lostLinks(page, all, made), page.path).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    '',
    '---\n',
    '\ufeff# x',
    '```contract\n',
    `${'> '.repeat(200)}x`,
    '\u0000<',
    '---\nrfc: 1\n---\n',
  ])('gives pages: %j', (text) => {
    for (const { path, text: page } of renderSite(sampleSite(text)))
      if (path.endsWith('.html')) expect(parsedPage(page).errors, path).toEqual([]);
  });
});

interface Page extends ParsedPage {
  readonly path: string;
}

/** The links of a page to a file or an anchor that is not there. */
function lostLinks(
  { path, elements }: Page,
  all: readonly Page[],
  made: readonly SiteFile[],
): readonly string[] {
  const hrefs = elements
    .flatMap(({ properties: { href, src } }) => [href, src])
    .filter((one) => one !== undefined);
  return hrefs.map(String).filter((href) => {
    if (/^(?:https?|mailto):/.test(href)) return false;
    const url = new URL(href, `https://site.example/${path}`);
    const target = url.pathname.slice(1);
    if (!made.some((file) => file.path === target)) return true;
    const id = decodeURIComponent(url.hash.slice(1));
    const there = all.find((page) => page.path === target)?.elements ?? [];
    return id !== '' && !there.some(({ properties }) => properties['id'] === id);
  });
}

function parsedPages(made: readonly SiteFile[]): readonly Page[] {
  return made
    .filter(({ path }) => path.endsWith('.html'))
    .map(({ path, text }) => ({ path, ...parsedPage(text) }));
}

function listOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return value === undefined ? [] : String(value).split(' ');
}
