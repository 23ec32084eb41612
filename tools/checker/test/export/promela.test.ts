/**
 * Spin must count what we do on the exported text: it shares nothing with the explorer but the IR, from which both are made.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { promelaOf } from '../../src/export/promela/promela.js';
import { explore } from '../../src/search/explore.js';
import { randomSystem } from '../ir/random-system.js';
import { toyModel } from '../search/toy-model.js';
import { exported } from './exported.js';
import { missingTools, runSpin } from './spin.js';

test('reads like the system: places, names and values stand beside the code', async () => {
  await expect(promelaOf(exported, 'quiesce export promela sample')).toMatchFileSnapshot('./expected.pml');
});

const why = missingTools.length > 0 ? ` (skipped: ${missingTools.join(' and ')} missing)` : '';

describe.skipIf(missingTools.length > 0)(`Spin on exported text${why}`, () => {
  test.each([
    { model: 'peterson', world: 'peterson', sizes: [3] },
    { model: 'bakery', world: 'bakery', sizes: [3] },
    { model: 'philosophers', world: 'philosophers', sizes: [7] },
    { model: 'detach', world: 'detachment', sizes: [1, 2] },
    { model: 'detach', world: 'detachment', sizes: [2, 1] },
  ])('counts $model $sizes', { timeout: 60_000 }, ({ model, world, sizes }) => {
    const system = toyModel(model, world, sizes);
    const { states, transitions, deadlocks } = explore(system, { engine: 'wasm' });
    expect(runSpin(promelaOf(system, 'a test'))).toEqual({ states, transitions, errors: deadlocks });
  });

  test('counts random systems, with choices, failures and monitors', { timeout: 60_000 }, () => {
    for (const system of fc.sample(randomSystem, { numRuns: 8, seed: 7 })) {
      const { states } = explore(system, { engine: 'wasm' });
      expect(runSpin(promelaOf(system, 'a test')).states).toBe(states);
    }
  });

  test('finds what is broken: in a step, in a state, at an end, and where the model fails', () => {
    const { states, deadlocks } = explore(exported, { engine: 'wasm' });
    const found = runSpin(promelaOf(exported, 'a test'));
    expect(found.states).toBe(states);
    expect(found.errors).toBeGreaterThan(deadlocks);
  });
});
