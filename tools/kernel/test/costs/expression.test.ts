import { expect, test } from 'vitest';
import { parseSum, sumOf } from '../../src/costs/expression.js';

const figures: Readonly<Record<string, number>> = { a: 7, 'b-c': 2 };

test.each([
  ['a', 7],
  ['0', 0],
  ['a - b-c', 5],
  ['b-c - a + 0 + a', 2],
])('%s is %d', (text, value) => {
  expect(sumOf(text, (name) => figures[name])).toBe(value);
});

test('a sum with something that was not measured is no number', () => {
  expect(sumOf('a - d', (name) => figures[name])).toBeUndefined();
});

test.each(['', 'a -', '- a', 'a * b', 'a -b', 'a  - b', '1', 'A', 'a-', 'a b'])('%j is no sum', (text) => {
  expect(parseSum(text)).toBeUndefined();
});
