import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineSpan, linesWithin, placeOf, sourceText, textOf } from '../src/index.js';

describe('a place', () => {
  const text = 'ab\ncd\r\n\rgh';

  test.each([
    { start: 0, end: 2, line: 1, column: 1, endLine: 1, endColumn: 3 },
    { start: 2, end: 3, line: 1, column: 3, endLine: 2, endColumn: 1 },
    { start: 4, end: 8, line: 2, column: 2, endLine: 4, endColumn: 1 },
    { start: 10, end: 10, line: 4, column: 3, endLine: 4, endColumn: 3 },
    { start: 99, end: -1, line: 4, column: 3, endLine: 4, endColumn: 3 },
  ])('of $start to $end', ({ start, end, ...lines }) => {
    expect(placeOf(sourceText('a', text), { start, end })).toMatchObject(lines);
  });

  const anyText = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '\u{1f600}', '\t'), { maxLength: 30 });

  test('gives the offsets back from its line and column', () => {
    fc.assert(
      fc.property(anyText, fc.nat(30), fc.nat(30), (tokens, first, length) => {
        const source = sourceText('a', tokens.join(''));
        const place = placeOf(source, { start: first, end: first + length });
        expect(source.lineStarts[place.line - 1]! + place.column - 1).toBe(place.start);
        expect(source.lineStarts[place.endLine - 1]! + place.endColumn - 1).toBe(place.end);
      }),
    );
  });

  test('splits into the lines of the text', () => {
    fc.assert(
      fc.property(anyText, (tokens) => {
        const source = sourceText('a', tokens.join(''));
        const lines = source.text.split(/\r\n|\n|\r/);
        expect(
          source.lineStarts.map((_start, index) => textOf(source, lineSpan(source, index + 1)!)),
        ).toEqual(lines);
        const within = linesWithin(source, { start: 0, end: source.text.length });
        expect(within.map((span) => textOf(source, span)).join('\n')).toBe(
          lines.join('\n').replace(/\n$/, ''),
        );
      }),
    );
  });

  test('has no line outside the text', () => {
    expect(lineSpan(sourceText('a', 'b'), 2)).toBeUndefined();
    expect(linesWithin(sourceText('a', 'b'), { start: 1, end: 1 })).toEqual([]);
  });
});
