import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clauseTable, editDistance, keysOf, nearestWord } from '../src/index.js';

describe('the distance', () => {
  test.each([
    ['', '', 0],
    ['abc', '', 3],
    ['kitten', 'sitting', 3],
    ['Optoin', 'Option', 1],
    ['ca', 'abc', 3],
    ['abcdef', 'badcfe', 3],
  ])('from %s to %s is %i', (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
    expect(editDistance(right, left)).toBe(distance);
  });

  test('is zero between equals alone, and never more than the longer length', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (left, right) => {
        const distance = editDistance(left, right);
        expect(distance === 0).toBe(left === right);
        expect(distance).toBeLessThanOrEqual(Math.max(left.length, right.length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(left.length - right.length));
      }),
    );
  });
});

describe('did you mean', () => {
  test.each([
    ['Clasue', 'Clause'],
    ['options', 'Option'],
    ['MODEL', 'Model'],
    ['Tst', 'Test'],
    ['callback', undefined],
    ['Because', undefined],
    ['', undefined],
    [`Clause${'e'.repeat(1000)}`, undefined],
  ])('%s: %s', (word, nearest) => {
    expect(nearestWord(word, keysOf(clauseTable))).toBe(nearest);
  });

  test('takes the first of equals, and the limit that it is given', () => {
    expect(nearestWord('bat', ['cat', 'hat'])).toBe('cat');
    expect(nearestWord('record', ['recorded'], 1)).toBeUndefined();
    expect(nearestWord('record', ['recorded'], 2)).toBe('recorded');
  });
});
