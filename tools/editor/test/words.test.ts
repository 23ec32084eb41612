import { expect, test } from 'vitest';
import { knownMemoryModels } from '../../conformance/src/cell/cell.js';
import { memoryModelWords } from '../src/words.js';

test('every memory model that a clause may ask for is described', () => {
  expect(Object.keys(memoryModelWords)).toEqual(knownMemoryModels);
});
