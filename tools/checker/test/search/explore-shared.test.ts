/** Several workers must come to what one does, to the last transition, however they meet: so it is done again and again. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { System } from '../../src/ir/system.js';
import { type Crew, openCrew } from '../../src/search/crew.js';
import { type Exploration, explore } from '../../src/search/explore.js';
import { exploreShared } from '../../src/search/explore-shared.js';
import { randomSystem } from '../ir/random-system.js';
import { type Draft, end, fail, go, local, systemOf } from '../trace/small-systems.js';
import { toyModel } from './toy-model.js';

const crews = [prompt(openCrew(2)), prompt(openCrew(3))];

afterAll(async () => {
  await Promise.all(crews.map((crew) => crew.close()));
});

const unbounded = {
  reduction: 'none' as const,
  maxStates: Number.POSITIVE_INFINITY,
  maxBytes: 2 ** 32,
  onProgress: () => {},
};

const walk = (count: number): readonly Draft[] => [
  ...Array.from({ length: count }, (_, point): Draft => [local, '', go(point + 1)]),
  end,
];

describe.each(crews)('a crew of $workers', (crew) => {
  test('agrees with one worker on random systems', () => {
    fc.assert(
      fc.property(randomSystem, (system) => {
        expect(counted(explore(system, { engine: 'wasm', crew }))).toEqual(
          counted(explore(system, { engine: 'wasm' })),
        );
      }),
      { numRuns: 30 },
    );
  });

  test('agrees with one worker where helpers are called for every level', () => {
    fc.assert(
      fc.property(randomSystem, (system) => {
        const { states, transitions, depth, ends, deadlocks, edgesTaken } = explore(system, {
          engine: 'wasm',
        });
        const all = { states, transitions, depth, ends, deadlocks, edgesTaken, stoppedBy: null };
        expect(exploreShared(system, unbounded, crew, 0)).toMatchObject(all);
      }),
      { numRuns: 25 },
    );
  });

  test('counts two hundred levels of a square, one state more each', () => {
    const square = systemOf('square', [], { P: walk(99), Q: walk(99) });
    const expected = { states: 10_000, transitions: 19_800, depth: 198, ends: 1, deadlocks: 0 };
    for (let time = 0; time < 2; time++)
      expect(exploreShared(square, unbounded, crew, 0)).toMatchObject(expected);
  });

  test.each([
    { model: 'detach', world: 'detachment', sizes: [2, 1] },
    { model: 'bakery', world: 'bakery', sizes: [3] },
    { model: 'philosophers', world: 'philosophers', sizes: [8] },
    { model: 'peterson', world: 'peterson', sizes: [3] },
  ])('agrees with one worker on $model $sizes, twice', ({ model, world, sizes }) => {
    const system = toyModel(model, world, sizes);
    const alone = counted(explore(system, { engine: 'wasm' }));
    for (let time = 0; time < 2; time++)
      expect(counted(explore(system, { engine: 'wasm', crew }))).toEqual(alone);
  });

  const cube = systemOf('cube', [], { A: walk(40), B: walk(40), C: walk(40) });

  test.each([1, 2, 100, 5000, 68_920])('stops above %i states and says so', (maxStates) => {
    const found = explore(cube, { engine: 'wasm', crew, maxStates });
    expect(found).toMatchObject({ complete: false, stoppedBy: 'states' });
    expect(found.states).toBeGreaterThanOrEqual(maxStates);
  });

  test('takes a bound that suffices for no bound', () => {
    expect(explore(cube, { engine: 'wasm', crew, maxStates: 68_921 })).toMatchObject({
      states: 68_921,
      complete: true,
      stoppedBy: null,
    });
  });

  test('stops where memory ends and says so', () => {
    const found = explore(cube, { engine: 'wasm', crew, maxBytes: 400_000 });
    expect(found).toMatchObject({ complete: false, stoppedBy: 'memory' });
    expect(found.states).toBeGreaterThan(5000);
  });

  test('finds a failure that only a helper may meet', () => {
    const system: System = systemOf('fails', [], {
      A: walk(60),
      B: walk(60),
      C: [...walk(9).slice(0, -1), [local, '', fail('it broke')]],
    });
    expect(explore(system, { engine: 'wasm', crew }).failures).toEqual([{ process: 2, edge: 9 }]);
  });
});

test('a table grows while others have states to look up', () => {
  const [crew] = crews;
  expect(explore(toyModel('detach', 'detachment', [3, 1]), { engine: 'wasm', crew: crew! })).toMatchObject({
    states: 2_515_114,
    transitions: 11_225_347,
    complete: true,
  });
});

test('one that is closed does no harm: the leader works alone', async () => {
  const gone = openCrew(2);
  await gone.close();
  const square = systemOf('square', [], { P: walk(99), Q: walk(99) });
  expect(explore(square, { engine: 'wasm', crew: gone })).toMatchObject({ states: 10_000, complete: true });
});

/** The leader does not wait for helpers to come; here it does, or small systems would be done without them. */
function prompt(crew: Crew): Crew {
  return {
    ...crew,
    help: (search) => {
      crew.help(search);
      const words = new Int32Array(search.memory.buffer);
      for (const { summons } of search.helpers)
        while (Atomics.load(words, summons / 4) === 0) Atomics.wait(words, summons / 4, 0, 1);
    },
  };
}

function counted({
  bytesPerState,
  cpuMs,
  ...rest
}: Exploration): Omit<Exploration, 'bytesPerState' | 'cpuMs'> {
  return rest;
}
