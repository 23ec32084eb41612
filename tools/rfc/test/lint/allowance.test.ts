import { describe, expect, test } from 'vitest';
import { checkRfc } from '../../src/index.js';
import { clause, header, sentHeader } from '../sample.js';

const codesOf = (body: string, mode: 'draft' | 'review' | 'send' = 'review') =>
  checkRfc('a.md', header() + body, { mode }).diagnostics.map(({ code }) => code);
const allow = (code: string) => `<!-- quiesce allow ${code}: so it is -->\n`;
const tab = 'a\tb\n';

describe('a comment covers', () => {
  test.each([
    ['a paragraph', `${allow('mail/tab')}${tab}`],
    ['a paragraph after a blank line', `${allow('mail/tab')}\n${tab}`],
    ['all of a list', `${allow('mail/tab')}\n- a\n- ${tab}`],
    ['a fenced block', `${allow('mail/hash-line')}\`\`\`c\n#x\n\`\`\`\n`],
    ['a contract block', `${allow('text/placeholder')}${clause('a.b', 'Then: it MAY glow\nWhy: TBD\n')}`],
    ['a heading', `${allow('mail/hash-heading')}# On\n\nx\n`],
    ['a table', `${allow('mail/tab')}\n| a\tb |\n| --- |\n| c |\n`],
    ['the block after another comment', `${allow('mail/tab')}${allow('text/placeholder')}TBD\t.\n`],
    ['every finding of its rule there', `${allow('text/placeholder')}TBD, TODO\nand XXX\n`],
  ])('%s', (_name, body) => {
    expect(codesOf(`\n${body}`)).toEqual([]);
  });
});

describe('a comment does not cover', () => {
  test.each([
    ['the block after the next', `${allow('mail/tab')}${tab}\n${tab}`, ['mail/tab']],
    ['the block before it', `${tab}\n${allow('mail/tab')}x\n`, ['mail/tab', 'allow/unused']],
    ['another rule', `${allow('mail/tab')}TBD\n`, ['allow/unused', 'text/placeholder']],
    [
      'what makes a block unreadable',
      `${allow('rfc/info-string')}\`\`\`contracts\n\`\`\`\n`,
      ['allow/firm', 'rfc/info-string'],
    ],
  ])('%s', (_name, body, codes) => {
    expect(codesOf(`\n${body}`)).toEqual(codes);
  });
});

test('what is allowed is told, with its reason', () => {
  const { allowed } = checkRfc('a.md', `${header()}\n${allow('mail/tab')}${tab}`, { mode: 'review' });
  expect(allowed).toMatchObject([
    { diagnostic: { code: 'mail/tab', place: { line: 10 } }, reason: 'so it is', place: { line: 9 } },
  ]);
});

test('a comment about a rule that is silent in this mode is not called unused', () => {
  expect(codesOf(`\n${allow('mail/tab')}x\n`, 'draft')).toEqual([]);
  expect(codesOf(`\n${allow('mail/tab')}x\n`, 'review')).toEqual(['allow/unused']);
});

test('nor is one about a rule that was not told what it needs', () => {
  const text = `${sentHeader()}\n${allow('project/unknown-function')}x\n`;
  const codes = (names?: { functions: ReadonlySet<string> }) =>
    checkRfc('a.md', text, { mode: 'send', ...(names === undefined ? {} : { names }) }).diagnostics.map(
      ({ code }) => code,
    );
  expect(codes()).toEqual([]);
  expect(codes({ functions: new Set() })).toEqual(['allow/unused']);
});
