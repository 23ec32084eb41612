/** The preview in a real browser; where there is none, these are skipped. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../src/serve/serve.js';
import { executablePath, worldAt } from './world-at.js';

describe.skipIf(!existsSync(executablePath))('the preview in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quiesce-serve-'));
  const stop = new AbortController();
  const printed: string[] = [];
  let browser: Browser;
  let served: Promise<number>;

  beforeAll(async () => {
    cpSync(fileURLToPath(new URL('../fixtures/mailbox', import.meta.url)), folder, { recursive: true });
    rmSync(join(folder, '.quiesce'), { recursive: true, force: true });
    const world = worldAt(folder, (text) => printed.push(text));
    served = serve({ host: '127.0.0.1', port: 0, useCache: true }, world, stop.signal);
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });

  afterAll(async () => {
    await browser?.close();
    stop.abort();
    rmSync(folder, { recursive: true, force: true });
  });

  test('shows what was saved, tells of errors, and ends when told', async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await expect.poll(() => printed.length).toBe(1);
    await page.goto(printed[0]!.trim());
    const status = page.locator('#status');
    await expect.poll(() => status.textContent(), { timeout: 15_000 }).toBe('Checked');
    await page
      .frameLocator('#pages')
      .getByRole('link', { name: /Closing a mailbox/ })
      .first()
      .click();
    await expect.poll(() => page.locator('#mail-text').textContent()).toContain('close.no-letter-after');

    const rfc = join(folder, 'rfc/0001-closing-a-mailbox.md');
    const text = readFileSync(rfc, 'utf8');
    writeFileSync(rfc, text.replace('The owner frees the box.', 'The owner burns the box.'));
    const shown = page.frameLocator('#pages').getByText('The owner burns the box.').first();
    await shown.waitFor({ timeout: 5000 });
    await expect.poll(() => page.locator('#mail-text').textContent()).toContain('The owner burns the box.');

    writeFileSync(rfc, text.replace('rfc: 1', 'rfc: none'));
    await expect
      .poll(() => page.locator('#failure').textContent(), { timeout: 5000 })
      .toContain('0001-closing-a-mailbox.md:3');
    expect(await shown.isVisible()).toBe(true);
    expect(errors).toEqual([]);
    await page.close();
    stop.abort();
    expect(await served).toBe(0);
  });
});
