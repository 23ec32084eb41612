import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareRuns, type OnlyOne, type RunsCompared } from '../../src/compare/compare-runs.js';
import { otherSide, type Pair, sides } from '../../src/compare/pair.js';
import { type OnlyRun, tellOnly } from '../../src/compare/tell-only.js';
import { watchBoth } from '../../src/compare/watch-both.js';
import type {
  Check,
  Fairness,
  MonitorNode,
  Node,
  PropertyInfo,
  SignalKind,
  System,
} from '../../src/ir/system.js';
import { validate } from '../../src/ir/validate.js';
import { type MemoryModel, underMemoryModel } from '../../src/memory/memory-model.js';
import { columnTable } from '../../src/trace/column-table.js';
import { randomProgram } from '../ir/random-program.js';
import { litmus } from '../memory/outcomes.js';
import { exploreByInterpreter } from '../search/interpreted.js';
import { cells, propertyOf, randomSystemWith } from '../search/liveness/random-liveness.js';
import { note, on, property } from '../trace/small-systems.js';
import { judgeByHand } from './oracle.js';

const pair: Pair = { before: [0], after: [1] };

const bounds = { maxNodes: 100_000, maxStates: 100_000, maxBytes: 2 ** 28 };

/** How often each answer came: a test of random systems that never differ would tell nothing. */
type Seen = Record<Exclude<OnlyOne, 'unknown'> | OnlyRun['until'], number>;

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
    const told = tellOnly(buffered.system, asked, side, bounds);
    expect(columnTable(told!.run)).toContain('Violated:');
    seen[told!.until]++;
    // Whatever comes then, the other side has nothing to say.
    if (told!.until === 'decided')
      for (const number of asked[otherSide(side)])
        expect(exploreByInterpreter(after(told!.run)).signals[number]![counted]).toBe(false);
  }
}

function nothingSeen(): Seen {
  return { ends: 0, endless: 0, none: 0, decided: 0, end: 0, cycle: 0 };
}

/** The system as it is where the run was left. */
function after({ system, states }: OnlyRun['run']): System {
  const { cells, points } = states.at(-1)!;
  return {
    ...system,
    cells: system.cells.map((cell, index) => ({ ...cell, initial: cells[index]! })),
    processes: system.processes.map((process, index) => ({ ...process, entry: points[index]! })),
  };
}

it.each(['always', 'sometimes'] as const)(
  'tells properties of kind %s apart as by hand',
  (kind) => {
    const seen = nothingSeen();
    fc.assert(
      fc.property(randomProgram, (program) => {
        const properties = program.properties.map((one) => property(one.id, one.clause, kind));
        agree({ ...program, properties }, 'sc', pair, 'strong', seen);
      }),
      { numRuns: 200 },
    );
    expect(Math.min(seen.ends, seen.none)).toBeGreaterThan(12);
  },
  60_000,
);

/** Threads of a litmus test, whose stores may wait in buffers; one that looks again and again may do so for ever. */
const thread = fc
  .array(
    fc.constantFrom(
      'm.x = 1;',
      'm.y = 1;',
      'm.x = 2;',
      'r.a = m.y;',
      'r.b = m.x;',
      'smp_mb();',
      'while (m.y === 0) {}',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((statements) => statements.join('\n'));

/** Speaks where one thread has read a value, or memory has two: in each step, or in the state. */
function answerIn({ cells: all }: System, number: number): fc.Arbitrary<MonitorNode> {
  const named = fc.constantFrom(...all.flatMap(({ name }, cell) => (/\.[abxy]$/.test(name) ? [cell] : [])));
  const value = fc.nat(2);
  return fc
    .tuple(named, named, value, value)
    .map(([first, second, one, other]) =>
      onValue(all, first, one, onValue(all, second, other, note([], [number, 'violated']))),
    );
}

function onValue(all: System['cells'], cell: number, value: number, node: MonitorNode): MonitorNode {
  return all[cell]!.domain.length > value ? on(cell, { [value]: node }) : note([]);
}

const randomLitmus: fc.Arbitrary<System> = fc
  .tuple(thread, thread)
  .map((threads) => litmus(...threads))
  .chain((system) =>
    fc
      .tuple(answerIn(system, 0), answerIn(system, 1), fc.nat(2), fc.nat(2))
      .map(([zero, one, first, second]) => {
        const checks = [zero, one].map((node, number) => ({ property: number, node }));
        const among = (place: number): readonly Check[] =>
          checks.filter((_, number) => [first, second][number] === place);
        return {
          ...system,
          properties: [property('property/0', 'clause'), property('property/1', 'clause')],
          invariants: among(0),
          atEnd: among(1),
          processes: withMonitors(
            system.processes,
            among(2).map(({ node }) => node),
          ),
        };
      }),
  );

function withMonitors(processes: System['processes'], monitors: readonly MonitorNode[]): System['processes'] {
  const inside = (node: Node): Node => {
    if (node.kind === 'leaf') return { ...node, monitors };
    if (node.kind === 'choose') return { ...node, nodes: node.nodes.map(inside) };
    if (node.kind !== 'test') return node;
    return { ...node, branches: node.branches.map((one) => ({ ...one, node: inside(one.node) })) };
  };
  return processes.map((process) => ({
    ...process,
    points: process.points.map((one) => ({ ...one, step: one.step === null ? null : inside(one.step) })),
  }));
}

it.each<MemoryModel>(['sc', 'tso'])(
  'tells them apart under %s as by hand',
  (memory) => {
    const seen = nothingSeen();
    fc.assert(
      fc.property(randomLitmus, (system) => agree(system, memory, pair, 'strong', seen)),
      { numRuns: 300 },
    );
    expect(Math.min(seen.ends, seen.endless, seen.none, seen.decided, seen.end)).toBeGreaterThan(0);
  },
  60_000,
);

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

it.each<Fairness>(['none', 'weak', 'strong'])(
  'tells promises that something happens apart, %s fairness',
  (fairness) => {
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
      { numRuns: 300 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  },
  60_000,
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
