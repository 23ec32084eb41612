import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayWidth, graphemesOf, padTo } from '../../src/mail/display-width.js';

const table: readonly (readonly [string, number])[] = [
  ['', 0],
  ['abc', 3],
  ['é', 1],
  ['e\u0301', 1],
  ['Žofie', 5],
  ['日本', 4],
  ['한', 2],
  ['\u1112\u1161\u11ab', 2],
  ['ﾊ', 1],
  ['👍', 2],
  ['👍🏽', 2],
  ['👩‍👩‍👧', 2],
  ['🇨🇿', 2],
  ['❤️', 2],
  ['a\u200bb', 2],
  ['\t', 8],
  ['ab\tc', 9],
];

test.each(table)('%j takes %s columns', (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});

test('a tab goes to the next stop of the line', () => {
  expect(displayWidth('a\tb', 4)).toBe(5);
  expect(displayWidth('\t', 7)).toBe(1);
});

test('blanks fill up columns, not characters', () => {
  expect(padTo('日本', 6)).toBe('日本  ');
  expect(padTo('long', 2)).toBe('long');
});

test('graphemes are those of Intl.Segmenter, and nothing is lost', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const [text] of table)
    expect(graphemesOf(text)).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment));
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => graphemesOf(text).join('') === text));
});
