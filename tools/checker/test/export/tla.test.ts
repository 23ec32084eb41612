/** The exported module is read back, run by its own words, and must come to as many states as the explorer. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tlaOf } from '../../src/export/tla/tla.js';
import type { System } from '../../src/ir/system.js';
import { explore } from '../../src/search/explore.js';
import { randomSystem } from '../ir/random-system.js';
import { toyModel } from '../search/toy-model.js';
import { exported } from './exported.js';
import { readTla, type Value } from './tla-reader.js';

test('reads like the system: places, names and values stand in it', async () => {
  const { module, config } = tlaOf(exported, 'quiesce export tla sample');
  await expect(`${module}${config}`).toMatchFileSnapshot('./expected.tla.txt');
});

test('the module is called like its file', () => {
  expect(tlaOf(exported, 'a test', 'my-file').module).toMatch(/^---- MODULE my_file ----\n/);
});

describe('the module comes to as many states', () => {
  test.each([
    { model: 'peterson', world: 'peterson', sizes: [2] },
    { model: 'philosophers', world: 'philosophers', sizes: [4] },
    { model: 'detach', world: 'detachment', sizes: [1, 1] },
  ])('for $model $sizes', ({ model, world, sizes }) => {
    const system = toyModel(model, world, sizes);
    const { states, deadlocks } = explore(system, { engine: 'wasm' });
    expect(statesByText(system)).toMatchObject({ states, stuck: deadlocks });
  });

  test('for random systems, with choices, failures and monitors', () => {
    const small = randomSystem.filter((system) => explore(system, { engine: 'wasm' }).states < 300);
    fc.assert(
      fc.property(small, (system) => {
        const { states, deadlocks } = explore(system, { engine: 'wasm' });
        expect(statesByText(system)).toMatchObject({ states, stuck: deadlocks });
      }),
      { numRuns: 60 },
    );
  });

  test('and its invariants fail where a check says violated', () => {
    const { module, config } = tlaOf(exported, 'a test');
    const names = [...config.matchAll(/INVARIANT (\S+)/g)].map(([, name]) => name!);
    expect(names).toEqual(['Always_0', 'AtEnd_1']);
    const { states, read } = statesByText(exported);
    expect(states).toBe(explore(exported, { engine: 'wasm' }).states);
    const { holds } = readTla(module);
    for (const name of names)
      expect(new Set(read.map((state) => holds(state, name)))).toEqual(new Set([true, false]));
  });
});

interface Found {
  readonly states: number;
  readonly stuck: number;
  readonly read: readonly ReadonlyMap<string, Value>[];
}

function statesByText(system: System): Found {
  const { initial, successors } = readTla(tlaOf(system, 'a test').module);
  const found = new Map([[keyOf(initial), initial]]);
  let stuck = 0;
  for (const state of found.values()) {
    const after = successors(state, 'Next');
    if (after.length === 0) stuck++;
    for (const next of after) if (!found.has(keyOf(next))) found.set(keyOf(next), next);
  }
  return { states: found.size, stuck, read: [...found.values()] };
}

function keyOf(state: ReadonlyMap<string, Value>): string {
  return [...state.values()].join('|');
}
