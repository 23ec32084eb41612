import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Node, System } from '../../src/ir/system.js';
import { type EngineName, type Exploration, explore, type Progress } from '../../src/search/explore.js';
import { randomSystem } from '../ir/random-system.js';
import { type Draft, end, fail, go, local, note, on, property, systemOf } from '../trace/small-systems.js';
import { type Counted, exploreByInterpreter } from './interpreted.js';

const engines: readonly EngineName[] = ['wasm', 'javascript'];

const step = (node: Node): Draft => [local, '', node];
/** A process of `count` steps without a condition, then its end. */
const walk = (count: number): readonly Draft[] => [
  ...Array.from({ length: count }, (_, point) => step(go(point + 1))),
  end,
];
/** Takes two locks and ends with both. */
const holder = (first: number, second: number): readonly Draft[] => [
  step(on(first, { 0: go(1, [first, 1]) })),
  step(on(second, { 0: go(2, [second, 1]) })),
  end,
];
const bit = '0 1';
const numbers = (count: number): string => Array.from({ length: count }, (_, value) => value).join(' ');

/** Counts that follow from the system by hand. */
interface Row {
  readonly title: string;
  readonly system: System;
  readonly expected: Partial<Counted>;
}

const rows: readonly Row[] = [
  {
    title: 'no process: one state, which is an end',
    system: systemOf('empty', [], {}),
    expected: { states: 1, transitions: 0, depth: 0, ends: 1, deadlocks: 0 },
  },
  {
    title: 'a step to itself is a transition',
    system: systemOf('loop', [], { P: [step(go(0))] }),
    expected: { states: 1, transitions: 1, depth: 0, ends: 0, deadlocks: 0 },
  },
  {
    title: 'a cell goes there and back: the state of zeros is found again',
    system: systemOf('toggle', [['c', bit]], { P: [step(on(0, { 0: go(0, [0, 1]), 1: go(0, [0, 0]) }))] }),
    expected: { states: 2, transitions: 2, depth: 1, ends: 0, deadlocks: 0 },
  },
  {
    title: 'the initial state is found again when others have been found in between',
    system: systemOf('ring', [['c', numbers(9000)]], {
      P: [
        step({ kind: 'choose', nodes: Array.from({ length: 8999 }, (_, value) => go(1, [0, value + 1])) }),
        step(go(0, [0, 0])),
      ],
    }),
    expected: { states: 9000, transitions: 2 * 8999, depth: 1, ends: 0, deadlocks: 0 },
  },
  {
    title: 'all bits of a word set is a state like any other',
    system: systemOf(
      'ones',
      [
        ['a', numbers(65536)],
        ['b', numbers(65536)],
      ],
      { P: [step(on(0, { 0: go(0, [0, 65535], [1, 65535]) }))] },
    ),
    expected: { states: 2, transitions: 1, deadlocks: 1 },
  },
  {
    title: 'two walks of 9 steps: a square of 10 by 10',
    system: systemOf('square', [], { P: walk(9), Q: walk(9) }),
    expected: { states: 100, transitions: 180, depth: 18, ends: 1, deadlocks: 0 },
  },
  {
    title:
      'six walks of 2 steps: 3 to the power of 6 states, 6 times 2 times 3 to the power of 5 transitions',
    system: systemOf('cube', [], { A: walk(2), B: walk(2), C: walk(2), D: walk(2), E: walk(2), F: walk(2) }),
    expected: { states: 729, transitions: 2916, depth: 12, ends: 1, deadlocks: 0 },
  },
  {
    title: 'locks in opposite order: stuck with one each, or with both at one process that has ended',
    system: systemOf(
      'locks',
      [
        ['a', bit],
        ['b', bit],
      ],
      { P: holder(0, 1), Q: holder(1, 0) },
    ),
    expected: { states: 6, transitions: 6, depth: 2, ends: 0, deadlocks: 3 },
  },
  {
    title: 'a choice: a transition for each of its nodes, also where they lead to one state',
    system: systemOf('choice', [], {
      P: [step({ kind: 'choose', nodes: [go(1), go(1), go(2), { kind: 'blocked' }] }), end, end],
    }),
    expected: { states: 3, transitions: 3, depth: 1, ends: 2, deadlocks: 0 },
  },
  {
    title: 'a failure is taken, is no transition, and its state is neither end nor deadlock',
    system: systemOf('failure', [], { P: [step(go(1)), step(fail('it broke'))] }),
    expected: {
      states: 2,
      transitions: 1,
      ends: 0,
      deadlocks: 0,
      failures: [{ process: 0, edge: 1 }],
      edgesTaken: [Uint8Array.of(1, 1)],
    },
  },
  {
    title: 'a failure in one state does not hide the deadlock of the next',
    system: systemOf('failure-then-deadlock', [['c', bit]], {
      P: [step({ kind: 'choose', nodes: [fail('it broke'), go(1)] }), step({ kind: 'blocked' })],
    }),
    expected: { states: 2, transitions: 1, ends: 0, deadlocks: 1, failures: [{ process: 0, edge: 0 }] },
  },
  {
    title: 'a branch that no value leads to is not taken',
    system: systemOf('coverage', [['c', '0 1 2']], { P: [step(on(0, { 0: go(1), '1,2': go(0) })), end] }),
    expected: { states: 2, transitions: 1, edgesTaken: [Uint8Array.of(1, 0)] },
  },
  {
    title: 'cells with one value take no room and can be tested and written',
    system: systemOf('single', [['only', 'x']], { P: [step(on(0, { 0: go(1, [0, 0]) })), end] }),
    expected: { states: 2, transitions: 1, ends: 1 },
  },
  {
    title: 'a state with 300 successors',
    system: systemOf('wide', [['c', numbers(300)]], {
      P: [
        step({ kind: 'choose', nodes: Array.from({ length: 300 }, (_, value) => go(1, [0, value])) }),
        step(on(0, Object.fromEntries(Array.from({ length: 300 }, (_, value) => [value, go(2, [0, 0])])))),
        end,
      ],
    }),
    expected: { states: 302, transitions: 600, depth: 2, ends: 1 },
  },
  {
    title: 'a process of 2000 points is cut into several functions',
    system: systemOf('long', [], { P: walk(2000) }),
    expected: { states: 2001, transitions: 2000, depth: 2000, ends: 1 },
  },
  {
    title: 'an ended process among points that are tested as a set',
    system: systemOf('many-ends', [], {
      P: [
        step({ kind: 'choose', nodes: Array.from({ length: 90 }, (_, point) => go(point + 1)) }),
        ...Array.from({ length: 90 }, (_, point) => (point % 3 === 0 ? end : step({ kind: 'blocked' }))),
      ],
    }),
    expected: { states: 91, transitions: 90, ends: 30, deadlocks: 60 },
  },
];

const silent = { violated: false, applies: false, excepted: false, witnessed: false, declined: false };
const one = [property('one/property', 'one.clause')];

const spoken: readonly Row[] = [
  {
    title: 'an invariant is asked in the initial state',
    system: systemOf(
      'initial',
      [['c', bit]],
      { P: [end] },
      {
        properties: one,
        invariants: [{ property: 0, node: on(0, { 0: note([], [0, 'violated']) }) }],
      },
    ),
    expected: { signals: [{ ...silent, violated: true }] },
  },
  {
    title: 'an invariant is asked in a state that only its last process reaches',
    system: systemOf(
      'later',
      [['c', '0 1 2']],
      { P: [step(go(1, [0, 2])), end] },
      {
        properties: one,
        invariants: [
          { property: 0, node: on(0, { 2: note([], [0, 'applies']), 1: note([], [0, 'violated']) }) },
        ],
      },
    ),
    expected: { signals: [{ ...silent, applies: true }] },
  },
  {
    title: 'a check at the end is asked in ends and in deadlocks only',
    system: systemOf(
      'at-end',
      [['c', '0 1 2 3']],
      {
        P: [step({ kind: 'choose', nodes: [go(1, [0, 1]), go(2, [0, 2])] }), end, step({ kind: 'blocked' })],
      },
      {
        properties: one,
        atEnd: [
          {
            property: 0,
            node: on(0, {
              0: note([], [0, 'violated']),
              1: note([], [0, 'applies']),
              2: note([], [0, 'declined']),
            }),
          },
        ],
      },
    ),
    expected: { ends: 1, deadlocks: 1, signals: [{ ...silent, applies: true, declined: true }] },
  },
  {
    title: 'a check at the end is not asked in a state that fails',
    system: systemOf(
      'fails-at-end',
      [['c', bit]],
      { P: [step(fail('it broke'))] },
      {
        properties: one,
        atEnd: [{ property: 0, node: note([], [0, 'violated']) }],
      },
    ),
    expected: { states: 1, ends: 0, deadlocks: 0, signals: [silent] },
  },
  {
    title: 'monitors see the state after the writes, and what those before them wrote',
    system: systemOf(
      'monitors',
      [
        ['c', bit],
        ['?seen', '0 1 2'],
      ],
      {
        P: [
          step({
            ...go(1, [0, 1]),
            monitors: [
              on(0, { 0: note([], [0, 'violated']), 1: note([[1, 1]]) }),
              on(1, { 0: note([], [0, 'excepted']), 1: note([[1, 2]], [0, 'witnessed']) }),
            ],
          }),
          step(go(0, [0, 0])),
        ],
      },
      { properties: one },
    ),
    // c and point go round; `seen` becomes 2 in the first step and stays, as no branch holds 2.
    expected: { states: 3, transitions: 3, signals: [{ ...silent, witnessed: true }] },
  },
];

describe.each(engines)('explore with %s', (engine) => {
  test.each([...rows, ...spoken])('$title', ({ system, expected }) => {
    expect(explore(system, { engine })).toMatchObject({ complete: true, stoppedBy: null, ...expected });
  });

  test('agrees with the interpreter on random systems', () => {
    fc.assert(
      fc.property(randomSystem, (system) => {
        expect(counted(explore(system, { engine }))).toEqual(exploreByInterpreter(system));
      }),
      { numRuns: 200 },
    );
  });

  const square = systemOf('square', [], { P: walk(99), Q: walk(99) });

  test('a bound on states that suffices is no bound', () => {
    expect(explore(square, { engine, maxStates: 10_000 })).toMatchObject({
      states: 10_000,
      complete: true,
      stoppedBy: null,
    });
  });

  test.each([1, 2, 100, 5000, 9999])('stops at %i states and says so', (maxStates) => {
    const found = explore(square, { engine, maxStates });
    expect(found).toMatchObject({ states: maxStates, complete: false, stoppedBy: 'states' });
    expect(found.transitions).toBeLessThan(19_800);
  });

  test('stops where memory ends and says so', () => {
    const cube = systemOf('cube', [], { A: walk(40), B: walk(40), C: walk(40) });
    const found = explore(cube, { engine, maxBytes: 700_000 });
    expect(found).toMatchObject({ complete: false, stoppedBy: 'memory' });
    expect(found.states * found.bytesPerState).toBeLessThanOrEqual(700_000);
    expect(found.states).toBeGreaterThan(10_000);
  });

  test('reports progress, but not more often than five times a second', () => {
    let now = 0;
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += 50));
    const seen: Progress[] = [];
    explore(square, { engine, onProgress: (progress) => seen.push(progress) });
    const asked = clock.mock.calls.length;
    clock.mockRestore();
    expect(asked).toBeGreaterThan(5);
    expect(seen).toHaveLength(Math.floor((asked - 1) / 4));
    expect(seen.map(({ states }) => states)).toEqual(seen.map(({ states }) => states).sort((a, b) => a - b));
    for (const { states, open, depth, transitions } of seen) {
      expect(open).toBeLessThan(states);
      expect(depth).toBeLessThanOrEqual(198);
      expect(transitions).toBeGreaterThanOrEqual(states - 1);
    }
  });
});

describe('a machine that refuses memory', () => {
  const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyParts };
  /** Also called with new, which no arrow function can be. */
  function refuse(): never {
    throw new RangeError('no');
  }
  const large = systemOf('cube', [], { A: walk(40), B: walk(40), C: walk(40) });

  test('for more states is no bound: it is thrown', () => {
    const spy = vi.spyOn(WebAssembly.Memory.prototype, 'grow').mockImplementation(refuse);
    const search = () => explore(large, { engine: 'wasm' });
    expect(search).toThrow(RangeError);
    expect(search).toThrow(/^the machine refuses \d+ MiB for states$/);
    spy.mockRestore();
    expect(explore(large, { engine: 'wasm' }).complete).toBe(true);
  });

  test('at all is told in the same words', () => {
    const spy = vi.spyOn(WebAssembly, 'Memory').mockImplementation(refuse);
    expect(() => explore(large, { engine: 'wasm' })).toThrow(/^the machine refuses \d+ MiB for states$/);
    spy.mockRestore();
  });
});

/** What the compiler's library has for browsers only. */
interface WebAssemblyParts {
  readonly Memory: { new (): object; readonly prototype: { readonly grow: (pages: number) => number } };
}

function counted({
  engine,
  reduction,
  passed,
  collision,
  bytesPerState,
  cpuMs,
  ...rest
}: Exploration): Counted {
  return rest;
}
