import { expect, test } from 'vitest';
import { initialState, successorsOf } from '../../src/ir/interpret.js';
import type { Node, System } from '../../src/ir/system.js';
import { coverageOf, gapsOf, gapText, mergeCoverage } from '../../src/trace/coverage.js';
import { detachRace } from './detach-race.js';
import { end, fail, go, local, on, read, systemOf, write } from './small-systems.js';

/** Which edges some run takes. */
function edgesOf(system: System): readonly Uint8Array[] {
  const taken = system.processes.map(() => new Uint8Array(64));
  const seen = new Set<string>();
  const waiting = [initialState(system)];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const move of successorsOf(system, state)) {
      taken[move.process]![move.edge] = 1;
      if (move.kind === 'failure' || seen.has(JSON.stringify(move.next))) continue;
      seen.add(JSON.stringify(move.next));
      waiting.push(move.next);
    }
  }
  return taken;
}

const gaps = (...systems: readonly System[]): readonly string[] =>
  gapsOf(mergeCoverage(systems.map((system) => coverageOf(system, edgesOf(system))))).map(gapText);

test('All of the race runs', () => {
  expect(gaps(detachRace)).toEqual([]);
});

const cells = [
  ['E0.ops', 'user detached none'],
  ['T0.lock', 'false true'],
] as const;

/** Line 1 tells apart what it reads, line 2 runs only for `none`. */
const reader = (node: Node = on(0, { 0: go(2), 1: go(2), 2: go(1) })): System =>
  systemOf('reader', cells, {
    T0: [[read(0), 'target report', node], [write(1), 'target clear', go(2, [1, 1])], end],
    tracer: [[write(0), 'tracer', go(1, [0, 1])], end],
  });

test('A branch that no run takes, and the line behind it', () => {
  expect(gaps(reader())).toEqual([
    'T0.ts:1 report(): branch never taken (E0.ops == none)',
    'T0.ts:2 clear(): line never executed',
  ]);
});

test('Values that go the same way are one branch', () => {
  expect(gaps(reader(on<Node>(0, { 0: go(2), '1,2': on(1, { 1: go(1) }) })))).toEqual([
    'T0.ts:1 report(): branch never taken (E0.ops != user && T0.lock == true)',
    'T0.ts:2 clear(): line never executed',
  ]);
});

test.each([
  ['3', 'x == 3'],
  ['2,3', 'x == 2 or 3'],
  ['1,2,3', 'x == 1 to 3'],
  ['1,3', 'x == 1 or 3'],
  ['2,3,4', 'x == 2 or 3 or many'],
  ['1,2,3,4', 'x != 0'],
])('The values %s of five are named in few words: %s', (values, condition) => {
  const system = systemOf('values', [['x', '0 1 2 3 many']], {
    P: [[read(0), 'f', on(0, { 0: go(1), [values]: go(1) })], end],
  });
  expect(gaps(system)).toEqual([`P.ts:1 f(): branch never taken (${condition})`]);
});

test('An access that no run comes to, on a line that does run', () => {
  const system = systemOf('line', cells, { P: [[local, 'f', go(2)], [write(0), 'f', go(2)], end] });
  const [first, second, last] = system.processes[0]!.points;
  const place = { ...first!.place, column: 20 };
  const points = [first!, { ...second!, place }, last!];
  expect(gaps({ ...system, processes: [{ ...system.processes[0]!, points }] })).toEqual([
    'P.ts:1 f(): access never executed (write E0.ops)',
  ]);
});

test('A point that is out of reach hides behind one of the same access that is not', () => {
  const system = systemOf('locals', cells, {
    P: [[read(0), 'f', go(2)], [read(0), 'f', on(0, { 1: go(2) })], end],
  });
  const [first, second, last] = system.processes[0]!.points;
  const points = [first!, { ...second!, place: first!.place }, last!];
  expect(gaps({ ...system, processes: [{ ...system.processes[0]!, points }] })).toEqual([]);
});

test('A test with one way for every value is no branch, and failures are no coverage', () => {
  expect(gaps(reader(on(0, { '0,1,2': go(1) })))).toEqual([]);
  expect(gaps(reader(on<Node>(0, { 0: go(1), 1: go(1), 2: fail('none cannot be') })))).toEqual([]);
});

test('Choices are numbered', () => {
  const system = systemOf('choice', cells, {
    P: [[local, 'f', { kind: 'choose', nodes: [on(0, { 1: go(1) }), go(1), go(1)] }], end],
  });
  expect(gaps(system)).toEqual(['P.ts:1 f(): branch never taken (choice 1 of 3 && E0.ops == detached)']);
});

test('A process that fails at once has no coverage to give, and hides nothing', () => {
  expect(gaps(systemOf('fails', cells, { P: [[local, 'f', fail('at once')]] }))).toEqual([]);
});

test('What one exploration or one process takes is taken for all that share the line', () => {
  const other = systemOf('other', [['E0.ops', 'none user detached']], {
    T0: [[read(0), 'target otherReport', on(0, { 0: go(1) })], end],
  });
  expect(gaps(reader(), other)).toEqual(['T0.ts:2 clear(): line never executed']);
  const parts = [coverageOf(reader(), edgesOf(reader())), coverageOf(other, [])];
  expect(mergeCoverage(parts).accesses[0]).toEqual({
    place: { file: 'T0.ts', line: 1, column: 3 },
    actions: ['read E0.ops'],
    functions: ['otherReport', 'report'],
    executed: true,
    branches: [
      { condition: 'E0.ops == detached', taken: true },
      { condition: 'E0.ops == none', taken: false },
      { condition: 'E0.ops == user', taken: true },
    ],
  });
});

test('Merging is the same in any order', () => {
  const parts = [reader(), detachRace].map((system) => coverageOf(system, edgesOf(system)));
  expect(mergeCoverage([...parts].reverse())).toEqual(mergeCoverage(parts));
});
