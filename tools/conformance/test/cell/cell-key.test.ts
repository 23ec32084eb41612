import { expect, test } from 'vitest';
import { cellKey, type Foundation, foundationKey, storyKey } from '../../src/index.js';
import { exploredOf } from '../samples.js';

const { cell } = exploredOf({});
const foundation: Foundation = {
  checker: 'one',
  entry: 'a.ts',
  sources: [
    { path: 'a.ts', text: 'let a' },
    { path: 'b.ts', text: 'let b' },
  ],
};
const key = cellKey(foundationKey(foundation), cell);

test('a key says nothing of the order in which files were read', () => {
  const sources = foundation.sources.toReversed();
  expect(cellKey(foundationKey({ ...foundation, sources }), cell)).toBe(key);
});

test.each([
  ['the checker', cellKey(foundationKey({ ...foundation, checker: 'two' }), cell)],
  ['the entry', cellKey(foundationKey({ ...foundation, entry: 'b.ts' }), cell)],
  ['a file', cellKey(foundationKey({ ...foundation, sources: [{ path: 'a.ts', text: 'let b' }] }), cell)],
  ['the option', cellKey(foundationKey(foundation), exploredOf({ option: 'dimmer' }).cell)],
  ['the scenario', cellKey(foundationKey(foundation), exploredOf({ scenario: 'day' }).cell)],
  ['an option for a mutant', cellKey(foundationKey(foundation), exploredOf({ mutant: 'relay' }).cell)],
  ['a size', cellKey(foundationKey(foundation), { ...cell, sizes: { lamps: 3 } })],
  ['the properties', cellKey(foundationKey(foundation), { ...cell, properties: ['lamp/dark'] })],
  ['a reduction', cellKey(foundationKey(foundation), { ...cell, reduction: 'chains' })],
  ['a bound', cellKey(foundationKey(foundation), { ...cell, bounds: { ...cell.bounds, maxStates: 1001 } })],
])('%s changes it', (_, other) => {
  expect(other).toMatch(/^[0-9a-f]{64}$/);
  expect(other).not.toBe(key);
});

test('each story has a key of its own', () => {
  const violated = { kind: 'signal', property: 'lamp/dark', signal: 'violated' } as const;
  const keys = [
    storyKey(key, violated, 10),
    storyKey(key, violated, 11),
    storyKey(key, { ...violated, signal: 'witnessed' }, 10),
    storyKey(key, { kind: 'deadlock' }, 10),
    storyKey(key, { kind: 'failure', process: 0, edge: 1 }, 10),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});
