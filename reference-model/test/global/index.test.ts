/** The one export, and that its parts are named once. */
import { expect, it } from 'vitest';
import * as entry from '../../src/global/index.js';

it('exports the model and nothing else', () => {
  expect(Object.keys(entry)).toEqual(['model']);
});

it.each(['scenarios', 'properties', 'mutants'] as const)('names each of its %s once', (part) => {
  const ids = entry.model[part].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
