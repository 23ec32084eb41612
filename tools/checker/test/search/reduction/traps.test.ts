/** Small systems in which a reduction that leaves out too much is seen at once: each has one thing that must not be lost. */
import { describe, expect, test } from 'vitest';
import type { Node, System } from '../../../src/ir/system.js';
import { type Exploration, explore } from '../../../src/search/explore.js';
import { type Draft, end, fail, go, local, note, on, property, systemOf } from '../../trace/small-systems.js';

const step = (node: Node): Draft => [local, '', node];
const write = (cell: number, value: number): Draft => step(go(1, [cell, value]));
/** Goes on to the next point when the cell holds the value. */
const wait = (point: number, cell: number, value: number): Draft =>
  step(on(cell, { [value]: go(point + 1) }));
const chooses = (...nodes: readonly Node[]): Draft => step({ kind: 'choose', nodes });
const bit = '0 1';
const one = [property('one/property', 'one.clause')];
const silent = { violated: false, applies: false, excepted: false, witnessed: false, declined: false };

interface Row {
  readonly title: string;
  readonly system: System;
  readonly expected: Partial<Exploration>;
}

const rows: readonly Row[] = [
  {
    title: 'a failure beside a process that goes round for ever',
    system: systemOf('ignored', [['c', bit]], {
      Loop: [step(go(1)), step(go(0))],
      Fails: [step(go(1)), step(fail('it broke'))],
    }),
    expected: { failures: [{ process: 1, edge: 1 }] },
  },
  {
    title: 'a failure beside a process that stands still in a step of its own',
    system: systemOf('self-loop', [], { Loop: [step(go(0))], Fails: [step(fail('it broke'))] }),
    expected: { failures: [{ process: 1, edge: 0 }] },
  },
  {
    title: 'what others do where a process can fail',
    system: systemOf('failing', [['c', bit]], {
      Fails: [step(fail('it broke'))],
      Other: [write(0, 1), step(go(2)), step(fail('so did this'))],
    }),
    expected: {
      failures: [
        { process: 0, edge: 0 },
        { process: 1, edge: 2 },
      ],
    },
  },
  {
    title: 'a wait for a value that only passes by',
    system: systemOf('passing', [['c', '0 1 2']], {
      Writer: [write(0, 1), step(go(2, [0, 2])), end],
      Waiter: [wait(0, 0, 1), end],
    }),
    expected: { ends: 1, deadlocks: 1 },
  },
  {
    title: 'a wait whose value is written by one that waits itself',
    system: systemOf(
      'relay',
      [
        ['a', bit],
        ['b', bit],
        ['c', '0 1 2'],
      ],
      {
        First: [write(0, 1), step(go(2, [2, 1])), end],
        Second: [wait(0, 0, 1), step(go(2, [1, 1])), end],
        Third: [wait(0, 1, 1), step(on(2, { 0: go(2, [2, 2]), 1: fail('it came late') })), end],
      },
    ),
    expected: { failures: [{ process: 2, edge: 2 }], ends: 1 },
  },
  {
    title: 'the alternative of a choice that another process makes possible',
    system: systemOf('choice', [['c', bit]], {
      Chooser: [chooses(go(1), on(0, { 1: go(2) })), end, step(fail('it was possible'))],
      Writer: [write(0, 1), end],
    }),
    expected: { failures: [{ process: 0, edge: 2 }], ends: 1 },
  },
  {
    title: 'an alternative that one process makes possible for ever, and another one impossible',
    system: systemOf(
      'now-or-never',
      [
        ['c', bit],
        ['d', bit],
      ],
      {
        Chooser: [
          step(on<Node>(1, { 0: { kind: 'choose', nodes: [go(1), on(0, { 1: go(2) })] } })),
          end,
          step(fail('it was possible')),
        ],
        Ends: [write(1, 1), end],
        Begins: [step(go(0, [0, 1]))],
      },
    ),
    expected: { failures: [{ process: 0, edge: 2 }] },
  },
  {
    title: 'a choice of which nothing is possible yet',
    system: systemOf(
      'blocked-choice',
      [
        ['a', bit],
        ['b', bit],
      ],
      {
        Chooser: [chooses(on(0, { 1: go(1) }), on(1, { 1: go(2) })), end, step({ kind: 'blocked' })],
        A: [write(0, 1), end],
        B: [write(1, 1), end],
      },
    ),
    expected: { ends: 1, deadlocks: 1 },
  },
  {
    title: 'a test that leads to a wait, and would lead elsewhere with another value',
    system: systemOf(
      'elsewhere',
      [
        ['a', bit],
        ['b', bit],
      ],
      {
        Waiter: [step(on(0, { 0: on(1, { 1: go(1) }), 1: go(2) })), end, step(fail('the other branch'))],
        Writer: [write(0, 1), step(go(2, [1, 1])), end],
      },
    ),
    expected: { failures: [{ process: 0, edge: 2 }] },
  },
  {
    title: 'two locks that are taken in opposite orders',
    system: systemOf(
      'opposite',
      [
        ['a', bit],
        ['b', bit],
      ],
      {
        P: [
          step(on(0, { 0: go(1, [0, 1]) })),
          step(on(1, { 0: go(2, [1, 1]) })),
          step(go(3, [0, 0], [1, 0])),
          end,
        ],
        Q: [
          step(on(1, { 0: go(1, [1, 1]) })),
          step(on(0, { 0: go(2, [0, 1]) })),
          step(go(3, [0, 0], [1, 0])),
          end,
        ],
      },
    ),
    expected: { ends: 1, deadlocks: 1 },
  },
  {
    title: 'an invariant that is broken between two steps that do not touch the same',
    system: systemOf(
      'between',
      [
        ['a', bit],
        ['b', bit],
      ],
      { P: [write(0, 1), end], Q: [write(1, 1), end] },
      {
        properties: one,
        invariants: [{ property: 0, node: on(0, { 0: on(1, { 1: note([], [0, 'violated']) }) }) }],
      },
    ),
    expected: { signals: [{ ...silent, violated: true }] },
  },
  {
    title: 'a monitor that reads what another process writes',
    system: systemOf(
      'monitor',
      [['a', bit]],
      {
        P: [write(0, 1), end],
        Q: [
          step({
            ...go(1),
            monitors: [on(0, { 0: note([], [0, 'applies']), 1: note([], [0, 'excepted']) })],
          }),
          end,
        ],
      },
      { properties: one },
    ),
    expected: { signals: [{ ...silent, applies: true, excepted: true }] },
  },
  {
    title: 'two monitors that speak by the order of their steps',
    system: systemOf(
      'order',
      [['?seen', bit]],
      {
        P: [step({ ...go(1), monitors: [note([[0, 1]])] }), end],
        Q: [step({ ...go(1), monitors: [on(0, { 1: note([], [0, 'violated']) })] }), end],
      },
      { properties: one },
    ),
    expected: { signals: [{ ...silent, violated: true }] },
  },
  {
    title: 'what the last states hold',
    system: systemOf(
      'last',
      [['c', '0 1 2']],
      { P: [write(0, 1), end], Q: [write(0, 2), end] },
      {
        properties: one,
        atEnd: [{ property: 0, node: on(0, { 1: note([], [0, 'applies']), 2: note([], [0, 'declined']) }) }],
      },
    ),
    expected: { ends: 2, signals: [{ ...silent, applies: true, declined: true }] },
  },
];

describe.each(['stubborn', 'chains'] as const)('%s keeps', (reduction) => {
  test.each(rows)('$title', ({ system, expected }) => {
    for (const engine of ['wasm', 'javascript'] as const)
      expect(explore(system, { engine, reduction })).toMatchObject({ complete: true, ...expected });
    expect(explore(system, { engine: 'wasm' })).toMatchObject(expected);
  });
});

const walk = (count: number): readonly Draft[] => [
  ...Array.from({ length: count }, (_, point) => step(go(point + 1))),
  end,
];

test('of processes that have nothing in common one order is left, and with chains its first and its last state', () => {
  const cube = systemOf('cube', [], { A: walk(9), B: walk(9), C: walk(9) });
  expect(explore(cube, { engine: 'wasm' }).states).toBe(1000);
  expect(explore(cube, { engine: 'wasm', reduction: 'stubborn' })).toMatchObject({
    states: 28,
    transitions: 27,
    passed: 0,
    depth: 27,
    ends: 1,
  });
  expect(explore(cube, { engine: 'wasm', reduction: 'chains' })).toMatchObject({
    states: 2,
    transitions: 27,
    passed: 26,
    depth: 1,
    ends: 1,
  });
});

test('what a lock protects is not interleaved', () => {
  const locked = (cell: number): readonly Draft[] => [
    step(on(0, { 0: go(1, [0, 1]) })),
    ...Array.from({ length: 5 }, (_, index) => step(go(index + 2, [1, cell]))),
    step(go(7, [0, 0])),
    end,
  ];
  const system = systemOf(
    'locked',
    [
      ['lock', bit],
      ['c', '0 1 2'],
    ],
    { P: locked(1), Q: locked(2) },
  );
  // Who is first, and then one step after the other: 14 each, and the state before.
  expect(explore(system, { engine: 'wasm', reduction: 'stubborn' })).toMatchObject({ states: 29, ends: 2 });
  expect(explore(system, { engine: 'wasm', reduction: 'chains' }).states).toBeLessThan(8);
});

test('a system of more processes than a set can hold is explored as a whole', () => {
  const many = systemOf(
    'many',
    [],
    Object.fromEntries(Array.from({ length: 32 }, (_, index) => [`P${index}`, [end]])),
  );
  expect(explore(many, { engine: 'wasm', reduction: 'chains' })).toMatchObject({
    reduction: 'none',
    states: 1,
    ends: 1,
  });
  const none = systemOf('none', [], {});
  expect(explore(none, { engine: 'wasm', reduction: 'chains' })).toMatchObject({
    reduction: 'none',
    states: 1,
  });
});
