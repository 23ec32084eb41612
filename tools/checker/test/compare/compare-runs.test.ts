import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRuns, type RunsCompared, tellOnly } from '../../src/compare/compare-runs.js';
import { type Pair, sides } from '../../src/compare/pair.js';
import { watchBoth } from '../../src/compare/watch-both.js';
import type { Check, Fairness, MonitorNode, PropertyInfo, SignalKind, System } from '../../src/ir/system.js';
import { validate } from '../../src/ir/validate.js';
import { type MemoryModel, underMemoryModel } from '../../src/memory/memory-model.js';
import { columnTable } from '../../src/trace/column-table.js';
import { randomProgram } from '../ir/random-program.js';
import { cells, propertyOf, randomSystemWith } from '../search/liveness/random-liveness.js';
import { note, on, property } from '../trace/small-systems.js';
import { judgeByHand } from './oracle.js';

const pair: Pair = { before: [0], after: [1] };

/** How often each answer came: a test of random systems that never differ would tell nothing. */
type Seen = Record<'ends' | 'endless' | 'none', number>;

function agree(system: System, memory: MemoryModel, asked: Pair, fairness: Fairness, seen: Seen): void {
  const counted: SignalKind = system.properties[0]!.kind === 'sometimes' ? 'witnessed' : 'violated';
  const buffered = underMemoryModel(system, memory);
  const byHand = judgeByHand(buffered.system, asked, counted, fairness);
  if (byHand === null) return;
  const found = compareRuns(buffered, asked, { engine: 'javascript' });
  if (found.kind !== 'compared') throw new Error(found.reason);
  expect(found.complete).toBe(true);
  for (const side of sides) {
    const only = found.only[side];
    const { ends, endless } = byHand[side];
    expect(only === 'ends').toBe(ends);
    if (!ends && endless !== null) expect(only === 'endless').toBe(endless);
    if (only === 'unknown') throw new Error('no bound was set');
    seen[only]++;
    if (only === 'none') continue;
    // Replay fails where the interpreter does not come to what the search has found.
    const told = tellOnly(buffered.system, asked, side, only);
    expect(columnTable(told!.run)).toContain('Violated:');
  }
}

function nothingSeen(): Seen {
  return { ends: 0, endless: 0, none: 0 };
}

describe.each<MemoryModel>(['sc', 'tso'])('programs under %s', (memory) => {
  it.each(['always', 'sometimes'] as const)('are told apart by properties of kind %s as by hand', (kind) => {
    const seen = nothingSeen();
    fc.assert(
      fc.property(randomProgram, (program) => {
        const properties = program.properties.map((one) => property(one.id, one.clause, kind));
        agree({ ...program, properties }, memory, pair, 'strong', seen);
      }),
      { numRuns: 500 },
    );
    expect(Math.min(seen.ends, seen.none)).toBeGreaterThan(30);
  });
});

/** Says something where two cells have two values. */
const check = (number: number): fc.Arbitrary<Check> =>
  fc.tuple(fc.nat(cells - 1), fc.nat(cells - 1), fc.nat(1), fc.nat(1)).map(([first, second, one, other]) => {
    const broken: MonitorNode = note([], [number, 'violated']);
    return { property: number, node: on(first, { [one]: on(second, { [other]: broken }) }) };
  });

/** Promises of what must happen and of what must not; a side has one or two of them. */
function randomPromises(fairness: Fairness): fc.Arbitrary<System> {
  const info: fc.Arbitrary<PropertyInfo> = fc.oneof(
    { weight: 3, arbitrary: propertyOf(fairness) },
    { weight: 2, arbitrary: fc.constant(property('property', 'clause')) },
  );
  return randomSystemWith(
    fc
      .tuple(
        fc.array(info, { minLength: 3, maxLength: 3 }),
        ...[0, 1, 2].map((number) => fc.tuple(check(number), fc.boolean())),
      )
      .map(([infos, ...checks]) => {
        const stated = checks.filter((_, number) => infos[number]!.kind === 'always');
        return {
          properties: infos.map((one, number) => ({ ...one, id: `property/${number}` })),
          invariants: stated.flatMap(([one, isAtEnd]) => (isAtEnd ? [] : [one])),
          atEnd: stated.flatMap(([one, isAtEnd]) => (isAtEnd ? [one] : [])),
        };
      }),
  );
}

describe.each<Fairness>(['none', 'weak', 'strong'])(
  'promises that something happens, %s fairness',
  (fairness) => {
    it('are told apart as by hand', () => {
      const seen = nothingSeen();
      fc.assert(
        fc.property(
          randomPromises(fairness),
          fc.constantFrom<Pair>(pair, { before: [0, 2], after: [1] }, { before: [0], after: [0, 1] }),
          (system, asked) => {
            const hasLiveness = [...asked.before, ...asked.after].some(
              (number) => system.properties[number]!.kind === 'liveness',
            );
            agree(system, 'sc', asked, hasLiveness ? fairness : 'strong', seen);
          },
        ),
        { numRuns: 800 },
      );
      expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
    });
  },
);

it('makes a sound system, whatever the engine that explores it', () => {
  fc.assert(
    fc.property(randomProgram, (program) => {
      const both = watchBoth(program, pair);
      expect(validate(both!.system)).toEqual([]);
      const compare = (engine: 'wasm' | 'javascript'): RunsCompared =>
        compareRuns(underMemoryModel(program, 'sc'), pair, { engine });
      expect(compare('wasm')).toEqual(compare('javascript'));
    }),
    { numRuns: 60 },
  );
});
