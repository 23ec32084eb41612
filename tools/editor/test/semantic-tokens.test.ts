import { sourceText } from '@quiesce/contract';
import { expect, test } from 'vitest';
import { offsetIn, semanticLegend, semanticTokensOf } from '../src/index.js';
import { cursorAt, lamps, open } from './sample.js';

/** The tokens unpacked: type and text. */
function tokensOf(text: string): readonly string[] {
  const { rfc, index } = open(cursorAt('⏐Speed', text));
  const { data } = semanticTokensOf(rfc, index);
  const source = sourceText('a', rfc.source.text);
  const tokens: string[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines, columns, length, type] = data.slice(at, at + 4) as [number, number, number, number];
    character = lines === 0 ? character + columns : columns;
    line += lines;
    const start = offsetIn(source, { line, character });
    tokens.push(`${semanticLegend.tokenTypes[type]} ${source.text.slice(start, start + length)}`);
  }
  return tokens;
}

const expected = [
  'keyword Clause',
  'class lamp.off-means-dark',
  'keyword Option',
  'enumMember relay',
  'keyword Scope',
  'keyword When',
  'keyword Then',
  'macro MUST NOT',
  'keyword Why',
  'class lamp.quick',
  'keyword Model',
  'property lamp/noLightAfterOff',
  'enumMember tso',
  'keyword Code',
  'keyword Test',
  'keyword Thread',
  'string <20260301.1@example.org>',
];

test('the words of a block, in the order of the text', () => {
  expect(tokensOf(lamps).slice(0, expected.length)).toEqual(expected);
});

test('the same with CRLF, and a value over several lines', () => {
  const wrapped = lamps.replace('see lamp.quick', 'see\n        lamp.quick').replaceAll('\n', '\r\n');
  expect(tokensOf(wrapped).slice(0, expected.length)).toEqual(expected);
});

test('of an objection', () => {
  expect(tokensOf(lamps).slice(-10)).toEqual([
    'keyword Objection',
    'class too-slow',
    'keyword From',
    'keyword Thread',
    'string <20260303.1@example.org>',
    'keyword Clause',
    'class lamp.quick',
    'keyword Says',
    'keyword State',
    'enumMember open',
  ]);
});
