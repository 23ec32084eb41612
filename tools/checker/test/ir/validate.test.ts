import { expect, test } from 'vitest';
import type { Condition, Node, System } from '../../src/ir/system.js';
import { validate } from '../../src/ir/validate.js';
import { detachRace } from '../trace/detach-race.js';
import { end, fail, go, local, note, on, property, read, seen, systemOf } from '../trace/small-systems.js';

function withStep(step: Node, action = read(0)): System {
  return systemOf(
    'sample',
    [
      ['x', 'a b c'],
      ['?m', '0 1'],
    ],
    { P: [[action, 'f', step], end] },
    { properties: [property('p', 'c')] },
  );
}

const sound = withStep({
  kind: 'choose',
  nodes: [
    on(0, { '0,2': seen(go(1, [0, 1]), 'o', note([[1, 1]], [0, 'applies'])), 1: fail('no') }),
    { kind: 'blocked' },
  ],
});

test('Sound systems have no problems', () => {
  expect(validate(sound)).toEqual([]);
  expect(validate(detachRace)).toEqual([]);
});

const edges = (...numbers: readonly number[]): System => ({
  ...sound,
  processes: [
    {
      name: 'P',
      entry: 0,
      points: [
        {
          ...sound.processes[0]!.points[0]!,
          step: { kind: 'choose', nodes: numbers.map((edge) => ({ ...go(1), edge })) },
        },
        sound.processes[0]!.points[1]!,
      ],
    },
  ],
});

const check = (node: System['invariants'][number]['node'], of = 0): System => ({
  ...sound,
  invariants: [{ property: of, node }],
});

const goal = (to: Condition): System => ({
  ...sound,
  properties: [
    {
      id: 'p',
      clause: 'c',
      kind: 'liveness',
      fairness: 'weak',
      goals: [{ from: null, to }],
      assumptions: [],
    },
  ],
});

const cell = (change: Partial<System['cells'][number]>): System => ({
  ...sound,
  cells: [{ ...sound.cells[0]!, ...change }, sound.cells[1]!],
});

test.each([
  [
    { ...systemOf('s', [], {}), cells: [{ name: 'x', domain: [], initial: 0, role: 'shared' }] },
    'has an empty domain',
  ],
  [cell({ domain: ['a', 'b', 'b'] }), 'prints two values in the same way'],
  [cell({ initial: 3 }), 'starts outside its domain'],
  [cell({ initial: 0.5 }), 'starts outside its domain'],
  [{ ...sound, processes: [{ ...sound.processes[0]!, entry: 2 }] }, 'has no entry point'],
  [withStep(go(1), read(7)), 'the action names no cell'],
  [withStep(go(1), { kind: 'end' }), 'takes no step'],
  [systemOf('s', [], { P: [[local, 'f', null]] }), 'takes no step'],
  [withStep(on(9, { 0: go(1) })), 'tests no cell'],
  [withStep(on(1, { 0: go(1) })), "reads a monitor's cell"],
  [withStep(on(0, { 3: go(1) })), 'a value outside x'],
  [withStep({ kind: 'test', cell: 0, branches: [{ values: [], node: go(1) }] }), 'has no value'],
  [withStep(on(0, { '2,1': go(1) })), 'is not ascending'],
  [withStep(on(0, { '0,1': go(1), '1,2': go(1) })), 'two branches hold the same value of x'],
  [withStep({ kind: 'choose', nodes: [] }), 'chooses from nothing'],
  [edges(0, 2), 'edge 2 stands where 1 is due'],
  [edges(1, 2), 'edge 1 stands where 0 is due'],
  [withStep(go(2)), 'leads to no point'],
  [withStep(go(1, [5, 0])), 'writes no cell'],
  [withStep(go(1, [0, 1], [0, 2])), 'writes x twice'],
  [withStep(go(1, [0, 3])), 'writes a value outside x'],
  [withStep(go(1, [1, 1])), 'writes m, which is not a shared cell'],
  [withStep(seen(go(1), 'o', note([[0, 1]]))), 'writes x, which is not a monitor cell'],
  [withStep(seen(go(1), 'o', note([], [1, 'violated']))), 'gives a signal of no property'],
  [check(note([[1, 1]])), 'invariant 0 writes'],
  [check(note([]), 1), 'names no property'],
  [
    { ...sound, atEnd: [{ property: 0, node: on(0, { 5: note([]) }) }] },
    'check at the end 0: a branch has a value outside x',
  ],
  [goal({ kind: 'test', cell: 9, branches: [] }), 'condition of p tests no cell'],
  [goal(on(0, { 3: { kind: 'holds' } as const })), 'condition of p: a branch has a value outside x'],
] satisfies readonly (readonly [System, string])[])('Problem %#', (system, sentence) => {
  expect(validate(system)).toEqual([expect.stringContaining(sentence)]);
});
