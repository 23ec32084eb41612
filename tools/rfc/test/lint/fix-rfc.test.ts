import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printClause } from '@quiesce/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRfc, fixDiff, fixRfc, hasSafeFix, parseRfc } from '../../src/index.js';
import { clause, sentHeader } from '../sample.js';

const words = 'the lamp and its owner see 1. or - and # that From here > on ---'.split(' ');

/** A paragraph, or what looks like one and is none. */
const prose = fc
  .array(
    fc.constantFrom(
      ...words,
      'a\u00a0b',
      'a\u200bb',
      '`x  y`',
      '*so*',
      '[1]',
      '[a](b.md)',
      '[c](d.md)',
      '<!-- x -->',
      '\ta',
      'b ',
    ),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map((all) => `${all.join(' ')}\n`);

const contract = fc
  .record({ id: fc.nat(5), why: prose, when: fc.boolean() })
  .map(({ id, why, when }) =>
    clause(
      `lamp.no-${id}`,
      `${when ? 'When: it is on  \n' : ''}Then:\tit MAY glow\nWhy: x ${why.replace(/[\r\n\t]/g, ' ')}\n`,
    ),
  );

const line = fc.constantFrom(
  '# On\n',
  '## Off ##\n',
  'API\n---\n',
  '---\n',
  '===\n',
  '- item\n',
  '  more\n',
  '> said\n',
  '```c\n#x\n---\ndiff -u\n```\n',
  '| a | b |\n|---|---|\n',
  'diff -u\n',
  'Index: a\n',
  'From a\n',
  'two  \nlines\n',
  '\r\n',
  '\n',
  '<!-- quiesce allow mail/tab: so -->\n',
  '[1] A book.\n',
);

const document = fc
  .array(fc.oneof(prose, contract, line, fc.constant('\n')), { maxLength: 12 })
  .map((parts) => `${sentHeader({ title: 'title: "[RFC] Lamps."' })}\n${parts.join('')}`);

const clausesOf = (text: string) => parseRfc('a.md', text).rfc.clauses.map(printClause);

test('fixes come to an end, and no clause says anything else afterwards', () => {
  fc.assert(
    fc.property(document, (text) => {
      const fixed = fixRfc('a.md', text, { mode: 'send' });
      expect(clausesOf(fixed.text)).toEqual(clausesOf(text));
      expect(fixed.diagnostics.filter(hasSafeFix)).toEqual([]);
      const again = fixRfc('a.md', fixed.text, { mode: 'send' });
      expect(again).toMatchObject({ text: fixed.text, applied: 0 });
      expect(fixed.diagnostics).toEqual(checkRfc('a.md', fixed.text, { mode: 'send' }).diagnostics);
    }),
    { numRuns: 150 },
  );
});

test('fixes that guess come to an end too', () => {
  fc.assert(
    fc.property(document, (text) => {
      const { text: fixed } = fixRfc('a.md', text, { mode: 'send', guesses: true });
      expect(fixRfc('a.md', fixed, { mode: 'send', guesses: true }).text).toBe(fixed);
    }),
    { numRuns: 50 },
  );
});

test('a word that is guessed is only written where guessing was asked for', () => {
  const text = sentHeader() + clause('a.b', 'Option: relai\nThen: it MAY glow\nWhy: x\n');
  expect(fixRfc('a.md', text)).toMatchObject({ text, applied: 0 });
  expect(fixRfc('a.md', text, { guesses: true })).toMatchObject({
    text: text.replace('relai', 'relay'),
    applied: 1,
  });
});

test('only what is asked for is fixed', () => {
  const text = `${sentHeader()}\n# On\n\nA lamp. \n`;
  const isAsked = ({ code }: { code: string }) => code === 'mail/trailing-space';
  expect(fixRfc('a.md', text, { mode: 'send', isAsked }).text).toBe(text.replace('lamp. ', 'lamp.'));
});

test('git apply takes the diff', () => {
  const before = `${sentHeader()}\n# On\n\nA lamp. `;
  const { text: after } = fixRfc('a.md', before, { mode: 'send' });
  const folder = mkdtempSync(join(tmpdir(), 'quiesce-fix-'));
  try {
    writeFileSync(join(folder, 'a file.md'), before);
    execFileSync('git', ['apply', '-'], { cwd: folder, input: fixDiff('a file.md', before, after) });
    expect(readFileSync(join(folder, 'a file.md'), 'utf8')).toBe(after);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('there is no diff where nothing changes', () => {
  expect(fixDiff('a.md', 'x\n', 'x\n')).toBe('');
});
