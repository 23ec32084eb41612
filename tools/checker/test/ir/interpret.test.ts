import { expect, test } from 'vitest';
import {
  initialState,
  isDeadlock,
  isEnd,
  type Move,
  movesOf,
  signalsIn,
  successorsOf,
} from '../../src/ir/interpret.js';
import { detachRace } from '../trace/detach-race.js';
import {
  end,
  fail,
  go,
  local,
  lock,
  note,
  on,
  property,
  read,
  seen,
  systemOf,
  write,
} from '../trace/small-systems.js';

const one = (...points: Parameters<typeof systemOf>[2][string]) =>
  systemOf(
    'one',
    [
      ['x', 'a b c'],
      ['y', '0 1'],
      ['?m', '0 1 2'],
    ],
    { P: points },
  );

/** `edge -> cells | points`, or `edge fails: message`. */
function shown(moves: readonly Move[]): readonly string[] {
  return moves.map((move) =>
    move.kind === 'failure'
      ? `${move.edge} fails: ${move.failure.message}`
      : `${move.edge} -> ${move.next.cells.join(' ')} | ${move.next.points.join(' ')}`,
  );
}

test('The initial state holds initial values and entries', () => {
  expect(initialState(detachRace)).toEqual({ cells: [0, 0, 0], points: [0, 0] });
});

test.each([
  ['a leaf writes and moves on', go(1, [0, 2], [1, 1]), ['0 -> 2 1 0 | 1']],
  [
    'a test goes to the branch that holds the value',
    on(0, { 1: go(1), '0,2': go(1, [1, 1]) }),
    ['1 -> 0 1 0 | 1'],
  ],
  ['a test goes nowhere where no branch holds it', on(0, { 1: go(1) }), []],
  [
    'a choice goes everywhere',
    { kind: 'choose', nodes: [go(0), go(1)] } as const,
    ['0 -> 0 0 0 | 0', '1 -> 0 0 0 | 1'],
  ],
  [
    'a choice has blocked parts',
    { kind: 'choose', nodes: [on(0, { 1: go(0) }), { kind: 'blocked' }, go(1)] } as const,
    ['1 -> 0 0 0 | 1'],
  ],
  ['a failure has no next state', on(0, { 0: fail('no'), 1: go(1) }), ['0 fails: no']],
])('%s', (_, node, expected) => {
  const system = one([local, 'f', node], end);
  expect(shown(successorsOf(system, initialState(system)))).toEqual(expected);
});

test('Tests look at the state before the step, though the leaf writes the same cell', () => {
  const system = one([read(0), 'f', on(0, { 0: go(1, [0, 1]), 1: fail('saw its own write') })], end);
  expect(shown(successorsOf(system, initialState(system)))).toEqual(['0 -> 1 0 0 | 1']);
});

test('Monitors see the state after the writes, and what the monitors before them wrote', () => {
  const first = on(0, { 0: note([], [0, 'violated']), 1: note([[2, 1]], [0, 'applies']) });
  const second = on(2, { 1: note([[2, 2]], [0, 'witnessed']) });
  const silent = on(2, { 0: note([[2, 0]], [0, 'violated']) });
  const system = systemOf(
    'monitors',
    [
      ['x', 'a b'],
      ['y', '0'],
      ['?m', '0 1 2'],
    ],
    { P: [[write(0), 'f', seen(go(1, [0, 1]), 'now', first, second, silent)], end] },
    { properties: [property('p', 'c')] },
  );
  const [move] = successorsOf(system, initialState(system));
  expect(move).toMatchObject({
    kind: 'step',
    next: { cells: [1, 0, 2], points: [1] },
    observations: [{ name: 'now', arguments: [] }],
    signals: [
      { property: 0, kind: 'applies', because: [{ cell: 0, value: 1 }] },
      { property: 0, kind: 'witnessed', because: [{ cell: 2, value: 1 }] },
    ],
  });
});

test('Every process moves by itself', () => {
  expect(shown(successorsOf(detachRace, initialState(detachRace)))).toEqual([
    '0 -> 0 0 0 | 1 0',
    '0 -> 0 1 0 | 0 1',
  ]);
  expect(shown(movesOf(detachRace, initialState(detachRace), 1))).toEqual(['0 -> 0 1 0 | 0 1']);
});

test.each([
  ['all have ended', [end], [end], { end: true, deadlock: false }],
  [
    'one is blocked, the other has ended',
    [[lock(0), 'f', on(0, { 1: go(0) })]],
    [end],
    { end: true, deadlock: true },
  ],
  [
    'one is blocked, the other moves',
    [[lock(0), 'f', on(0, { 1: go(0) })]],
    [[local, 'f', go(0)]],
    { end: false, deadlock: false },
  ],
  ['one can only fail', [[local, 'f', fail('x')]], [end], { end: false, deadlock: false }],
] as const)('Ends: %s', (_, p, q, expected) => {
  const system = systemOf('ends', [['x', 'a b']], { P: p, Q: q });
  const state = initialState(system);
  expect({ end: isEnd(system, state), deadlock: isDeadlock(system, state) }).toEqual(expected);
});

test('Checks say something where a branch holds the value, and nothing elsewhere', () => {
  const check = { property: 0, node: on(0, { 1: on(1, { 0: note([], [0, 'violated']) }) }) };
  expect(signalsIn([check], { cells: [0, 0], points: [] })).toEqual([]);
  expect(signalsIn([check], { cells: [1, 1], points: [] })).toEqual([]);
  expect(signalsIn([check], { cells: [1, 0], points: [] })).toEqual([
    {
      property: 0,
      kind: 'violated',
      because: [
        { cell: 0, value: 1 },
        { cell: 1, value: 0 },
      ],
    },
  ]);
});

test('A number that means nothing is a bug of the caller', () => {
  expect(() => successorsOf(detachRace, { cells: [0, 0, 0], points: [99, 0] })).toThrow(RangeError);
  expect(() => successorsOf(detachRace, { cells: [], points: [0, 0] })).toThrow(RangeError);
});
