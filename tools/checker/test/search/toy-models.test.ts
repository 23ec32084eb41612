/**
 * The toy models against the counts that Spin gives for the same protocols (`bench/promela`): that they agree to the last
 * transition is the best evidence that language, generated code and search do what they should.
 */
import { describe, expect, test } from 'vitest';
import { type EngineName, type Exploration, explore } from '../../src/search/explore.js';
import { toyModel } from './toy-model.js';

interface Row {
  readonly model: string;
  readonly world: string;
  readonly sizes: readonly number[];
  readonly states: number;
  readonly transitions: number;
  readonly deadlocks: number;
}

const small: readonly Row[] = [
  {
    model: 'philosophers',
    world: 'philosophers',
    sizes: [8],
    states: 103_681,
    transitions: 687_760,
    deadlocks: 1,
  },
  { model: 'bakery', world: 'bakery', sizes: [3], states: 31_285, transitions: 77_839, deadlocks: 0 },
  { model: 'peterson', world: 'peterson', sizes: [3], states: 3_323, transitions: 9_969, deadlocks: 0 },
  { model: 'detach', world: 'detachment', sizes: [1, 2], states: 8_590, transitions: 21_537, deadlocks: 0 },
  { model: 'detach', world: 'detachment', sizes: [2, 1], states: 37_574, transitions: 121_163, deadlocks: 0 },
];

const large: readonly Row[] = [
  {
    model: 'philosophers',
    world: 'philosophers',
    sizes: [9],
    states: 439_203,
    transitions: 3_277_602,
    deadlocks: 1,
  },
  {
    model: 'philosophers',
    world: 'philosophers',
    sizes: [10],
    states: 1_860_497,
    transitions: 15_426_860,
    deadlocks: 1,
  },
  { model: 'bakery', world: 'bakery', sizes: [4], states: 1_983_940, transitions: 6_510_850, deadlocks: 0 },
  { model: 'peterson', world: 'peterson', sizes: [4], states: 242_144, transitions: 968_576, deadlocks: 0 },
  {
    model: 'detach',
    world: 'detachment',
    sizes: [2, 2],
    states: 2_960_102,
    transitions: 11_544_066,
    deadlocks: 0,
  },
  {
    model: 'detach',
    world: 'detachment',
    sizes: [3, 1],
    states: 2_515_114,
    transitions: 11_225_347,
    deadlocks: 0,
  },
];

describe.each<EngineName>(['wasm', 'javascript'])('small instances with %s', (engine) => {
  test.each(small)('$model $sizes', (row) => {
    expectCounts(row, engine);
  });
});

describe('large instances with wasm', () => {
  test.each(large)('$model $sizes', (row) => {
    const { states, bytesPerState } = expectCounts(row, 'wasm');
    // Smaller tables grow in larger steps.
    if (states > 1_500_000) expect(bytesPerState).toBeLessThanOrEqual(20);
  });
});

function expectCounts({ model, world, sizes, ...counts }: Row, engine: EngineName): Exploration {
  const found = explore(toyModel(model, world, sizes), { engine });
  expect(found).toMatchObject({
    ...counts,
    complete: true,
    failures: [],
  });
  return found;
}
