/**
 * A reduced search against the whole one. Reductions have been wrong in mature tools, and what is left out wrongly shows nowhere;
 * so everything that must be kept is compared, on programs made at random and on all models: which edges are taken, which
 * edge makes which property speak, which states are the last.
 */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { System } from '../../../src/ir/system.js';
import { openCrew } from '../../../src/search/crew.js';
import {
  type EngineName,
  type Exploration,
  explore,
  type ReductionName,
} from '../../../src/search/explore.js';
import { randomProgram } from '../../ir/random-program.js';
import { randomSystem } from '../../ir/random-system.js';
import { toyModel } from '../toy-model.js';
import { toldApart } from './told-apart.js';

/** Of a machine that has much else to do. */
const patienceMs = 180_000;

const reductions: readonly ReductionName[] = ['stubborn', 'chains'];

/** As the reduced search finds a part of the states, and each last state once, equal numbers of them are equal sets. */
function kept({ complete, ends, deadlocks, signals, failures, edgesTaken }: Exploration): object {
  return { complete, ends, deadlocks, signals, failures, edgesTaken };
}

function counts({ states, transitions, passed, depth }: Exploration): object {
  return { states, transitions, passed, depth };
}

/** A random system may have millions of states; what is not complete has nothing to agree on. */
function explored(system: System, reduction: ReductionName, engine: EngineName = 'wasm'): Exploration {
  return explore(system, { engine, reduction, maxStates: 50_000 });
}

describe.each(reductions)('%s', (reduction) => {
  test(
    'keeps what counts of 1,000 random programs, and leaves out most',
    () => {
      let whole = 0;
      let reduced = 0;
      fc.assert(
        fc.property(randomProgram.map(toldApart), (system) => {
          const all = explored(system, 'none');
          fc.pre(all.complete);
          const some = explored(system, reduction);
          expect(kept(some)).toEqual(kept(all));
          whole += all.states;
          reduced += some.states;
        }),
        { numRuns: 1000 },
      );
      expect(reduced).toBeLessThan(whole / (reduction === 'chains' ? 5 : 2));
    },
    patienceMs,
  );

  test(
    'keeps what counts of random systems without any structure',
    () => {
      fc.assert(
        fc.property(randomSystem.map(toldApart), (system) => {
          const all = explored(system, 'none');
          fc.pre(all.complete);
          expect(kept(explored(system, reduction))).toEqual(kept(all));
        }),
        { numRuns: 100 },
      );
    },
    patienceMs,
  );

  test('goes through the same states in both engines', () => {
    fc.assert(
      fc.property(fc.oneof(randomProgram, randomSystem), (system) => {
        const a = explored(system, reduction);
        fc.pre(a.complete);
        const b = explored(system, reduction, 'javascript');
        expect({ ...counts(a), ...kept(a) }).toEqual({ ...counts(b), ...kept(b) });
      }),
      { numRuns: 150 },
    );
  });
});

const crew = openCrew(2);
afterAll(() => crew.close());

test('several workers leave out the same', () => {
  fc.assert(
    fc.property(fc.oneof(randomProgram, randomSystem), (system) => {
      const alone = explored(system, 'chains');
      fc.pre(alone.complete);
      const together = explore(system, { engine: 'wasm', reduction: 'chains', crew });
      expect({ ...counts(together), ...kept(together) }).toEqual({ ...counts(alone), ...kept(alone) });
    }),
    { numRuns: 50 },
  );
});

test('fingerprints leave out the same', () => {
  fc.assert(
    fc.property(fc.oneof(randomProgram, randomSystem), (system) => {
      const states = explored(system, 'chains');
      fc.pre(states.complete);
      const fingerprints = explore(system, { engine: 'wasm', reduction: 'chains', store: 'fingerprints' });
      expect({ ...counts(fingerprints), ...kept(fingerprints) }).toEqual({
        ...counts(states),
        ...kept(states),
      });
    }),
    { numRuns: 50 },
  );
});

/** States with stubborn sets, and with chains. */
interface Row {
  readonly model: string;
  readonly world: string;
  readonly sizes: readonly number[];
  readonly states: number;
  readonly stored: number;
}

const rows: readonly Row[] = [
  { model: 'bakery', world: 'bakery', sizes: [3], states: 16_109, stored: 6_726 },
  { model: 'detach', world: 'detachment', sizes: [1, 2], states: 2_445, stored: 481 },
  { model: 'detach', world: 'detachment', sizes: [2, 1], states: 6_763, stored: 1_618 },
  { model: 'peterson', world: 'peterson', sizes: [3], states: 2_065, stored: 1_297 },
  { model: 'peterson', world: 'peterson', sizes: [4], states: 145_813, stored: 86_703 },
  { model: 'philosophers', world: 'philosophers', sizes: [8], states: 8_558, stored: 2_516 },
  { model: 'philosophers', world: 'philosophers', sizes: [9], states: 23_615, stored: 6_628 },
];

test.each(rows)('$model $sizes', ({ model, world, sizes, states, stored }) => {
  const system = toyModel(model, world, sizes);
  const all = explore(system, { engine: 'wasm', reduction: 'none' });
  const stubborn = explore(system, { engine: 'wasm', reduction: 'stubborn' });
  const chains = explore(system, { engine: 'wasm', reduction: 'chains' });
  expect(kept(stubborn)).toEqual(kept(all));
  expect(kept(chains)).toEqual(kept(all));
  expect(stubborn).toMatchObject({ states, reduction: 'stubborn', passed: 0 });
  expect(chains).toMatchObject({ states: stored, reduction: 'chains' });
});
