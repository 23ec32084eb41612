import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenName, renderTable } from '../../../src/report/text/table.js';

test('a cell is continued below, and the widest column gives way', () => {
  const rows = [
    [['a.b'], ['one/two-three/four.ts', 'x']],
    [['c.d'], ['-']],
  ];
  expect(renderTable({ headings: ['clause', 'test'], rows }, 20).join('\n')).toBe(`clause  test
a.b     one/two-
          three/
          four.ts
        x
c.d     -`);
});

test.each([
  ['at blanks', 'one two three', 8, ['one two', '  three']],
  ['behind marks', 'a/b.c_d-e', 4, ['a/b.', '  c_', '  d-', '  e']],
  ['anywhere if it must be', 'abcdefgh', 4, ['abcd', '  ef', '  gh']],
  ['not if it fits', 'one two', 7, ['one two']],
  ['not if it is empty', '', 4, ['']],
])('a name is broken %s', (_, name, width, lines) => {
  expect(brokenName(name, width)).toEqual(lines);
});

test('nothing is lost, and no line is too wide', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', ' ', '/', '-', '.') }),
      fc.integer({ min: 4, max: 20 }),
      (name, width) => {
        const lines = brokenName(name, width);
        expect(lines.every(({ length }) => length <= width)).toBe(true);
        expect(lines.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''));
      },
    ),
  );
});

test('what would steer a terminal is shown', () => {
  expect(renderTable({ headings: ['a'], rows: [[['\u001b[2J']]] })[1]).toBe('␛[2J');
});
