import { remarkQuiesce as named } from '@quiesce/rfc/remark';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { checkRfc } from '../src/index.js';
import remarkQuiesce from '../src/remark-plugin.js';
import { clause, header, objection } from './sample.js';

async function messagesOf(text: string, options?: Parameters<typeof remarkQuiesce>[0]) {
  const file = new VFile({ path: 'rfc/0001-lamps.md', value: text });
  const processor = unified().use(remarkParse).use(remarkQuiesce, options);
  await processor.run(processor.parse(file), file);
  return file.messages;
}

test('findings become messages with place, rule and note', async () => {
  const text = header() + clause('a.b') + clause('a.b', 'Option: relai\nThen: it MAY glow\nWhy: x\n');
  const messages = await messagesOf(text);
  const common = { source: 'quiesce', fatal: true };
  expect(messages).toMatchObject([
    { ...common, ruleId: 'rfc/duplicate-clause' },
    { ...common, ruleId: 'rfc/unknown-option' },
  ]);
  expect(messages[0]!.place).toEqual({ start: { line: 16, column: 9 }, end: { line: 16, column: 12 } });
  expect(messages[0]!.note).toContain('rfc/0001-lamps.md:10:9: the first one is here');
  expect(messages[1]).toMatchObject({ actual: 'relai', expected: ['relay'] });
  expect(String(messages[1])).toContain('rfc/0001-lamps.md:17:9');
});

test('the mode is handed on, and severities are those of vfile', async () => {
  const text = `${header()}\n# On\n${objection('cost')}`;
  expect(await messagesOf(text)).toEqual([]);
  const messages = await messagesOf(text, { mode: 'review' });
  expect(messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toEqual([
    ['mail/hash-heading', false],
    ['objection/open', undefined],
  ]);
});

test('a byte order mark moves no place', async () => {
  const text = `\ufeff${header({ status: 'status: final' })}`;
  const places = (await messagesOf(text)).map(({ line, column }) => [line, column]);
  expect(places).toEqual(checkRfc('a.md', text).diagnostics.map(({ place }) => [place.line, place.column]));
});

test('the package exports the plugin under its name', () => {
  expect(named).toBe(remarkQuiesce);
});
