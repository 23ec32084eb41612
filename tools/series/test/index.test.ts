import { expect, test } from 'vitest';
import * as series from '../src/index.js';

test('the package exports these values', () => {
  expect(Object.keys(series).toSorted()).toEqual([
    'baseSchema',
    'parseBase',
    'parseSeries',
    'readJson',
    'seriesProblems',
    'seriesSchema',
    'stackSeries',
  ]);
});
