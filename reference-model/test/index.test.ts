/** The one export, and that its parts are named once. */
import { expect, it } from 'vitest';
import * as entry from '../src/index.js';

it('exports the model and nothing else', () => {
  expect(Object.keys(entry)).toEqual(['model']);
});

it.each(['scenarios', 'properties', 'mutants'] as const)('names each of its %s once', (part) => {
  const ids = entry.model[part].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('makes each mutant from an option, and has it caught by a property', () => {
  const properties = entry.model.properties.map(({ id }) => id);
  for (const { of, caughtBy } of entry.model.mutants) {
    expect(Object.keys(entry.model.options)).toContain(of);
    expect(properties).toContain(caughtBy);
  }
});
