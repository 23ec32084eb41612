import { expect, test } from 'vitest';
import { middleOf } from '../../src/bench/spread.js';

test.each([
  [[5], 5, 0, 0],
  [[4, 1], 2.5, 1.5, 0.75],
  [[9, 1, 2, 3, 4], 3, 4, 1],
])('the middle of %j is %d ± %d, mostly ± %d', (values, median, halfRange, halfQuartiles) => {
  expect(middleOf(values)).toEqual({ median, halfRange, halfQuartiles });
});
