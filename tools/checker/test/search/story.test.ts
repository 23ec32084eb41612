import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  initialState,
  isDeadlock,
  isEnd,
  type Move,
  type State,
  signalsIn,
  successorsOf,
} from '../../src/ir/interpret.js';
import { type System, signalKinds } from '../../src/ir/system.js';
import { validate } from '../../src/ir/validate.js';
import { explore } from '../../src/search/explore.js';
import { findStory, type Story, type Target } from '../../src/search/story.js';
import { replay } from '../../src/trace/replay.js';
import { randomSystem } from '../ir/random-system.js';
import { detachRace } from '../trace/detach-race.js';
import { randomRace } from '../trace/random-race.js';
import {
  type Draft,
  end,
  fail,
  go,
  local,
  lock,
  note,
  on,
  property,
  seen,
  systemOf,
} from '../trace/small-systems.js';

const violated: Target = { kind: 'signal', property: 0, signal: 'violated' };
const deadlock: Target = { kind: 'deadlock' };
const silentDeadlock: Target = { kind: 'deadlock', silent: true };

/** `T0 T0 tracer`: who moves; or why there is no story. */
function told(system: System, target: Target): string {
  const result = findStory(system, target);
  if (result.kind === 'none') return result.complete ? 'cannot happen' : 'not found';
  return result.story.moves.map(({ process }) => system.processes[process]!.name).join(' ');
}

test('The story of the race switches twice, though a run with more switches is as short', () => {
  expect(told(detachRace, violated)).toBe('T0 tracer tracer tracer tracer T0 T0 T0');
  expect(findStory(detachRace, violated)).toMatchObject({
    kind: 'found',
    fewest: true,
    story: { switches: 2 },
  });
});

const checked = { properties: [property('p', 'c')] };
const counter = (steps: number): readonly Draft[] => [
  ...Array.from({ length: steps }, (_, index): Draft => [local, 'f', go(index + 1)]),
  end,
];
const holds = (cell: number, value: number) => ({
  property: 0,
  node: on(cell, { [value]: note([], [0, 'violated']) }),
});
const set = (cell: number, value: number): readonly Draft[] => [[local, 'f', go(1, [cell, value])], end];
const waits = (cell: number): readonly Draft[] => [[lock(cell), 'f', on(cell, { 1: go(1) })], end];

test.each<[title: string, system: System, target: Target, expected: string]>([
  [
    'an invariant that the initial state violates',
    systemOf('s', [['x', '0 1']], { P: set(0, 1) }, { ...checked, invariants: [holds(0, 0)] }),
    violated,
    '',
  ],
  [
    'an invariant that a later state violates',
    systemOf('s', [['x', '0 1']], { P: counter(1), Q: set(0, 1) }, { ...checked, invariants: [holds(0, 1)] }),
    violated,
    'Q',
  ],
  [
    'a check at the end',
    systemOf('s', [['x', '0 1']], { P: counter(2), Q: set(0, 1) }, { ...checked, atEnd: [holds(0, 1)] }),
    violated,
    'P P Q',
  ],
  [
    'a check that holds before the end only',
    systemOf('s', [['x', '0 1']], { P: counter(2), Q: set(0, 1) }, { ...checked, atEnd: [holds(0, 0)] }),
    violated,
    'cannot happen',
  ],
  [
    'an end at once',
    systemOf('s', [['x', '0 1']], { P: [end] }, { ...checked, atEnd: [holds(0, 0)] }),
    violated,
    '',
  ],
  [
    'a deadlock of which no check speaks, behind one of which a check does',
    systemOf(
      's',
      [['x', '0 1 2']],
      {
        P: [[local, 'f', { kind: 'choose', nodes: [go(2), go(1)] }], [local, 'f', go(2, [0, 2])], end],
        Q: waits(0),
      },
      { ...checked, atEnd: [holds(0, 0)] },
    ),
    silentDeadlock,
    'P P',
  ],
  [
    'no deadlock where a check speaks of each',
    systemOf('s', [['x', '0 1']], { P: counter(1), Q: waits(0) }, { ...checked, atEnd: [holds(0, 0)] }),
    silentDeadlock,
    'cannot happen',
  ],
  [
    'a deadlock of which a check says something else',
    systemOf(
      's',
      [['x', '0 1']],
      { P: counter(1), Q: waits(0) },
      { ...checked, atEnd: [{ property: 0, node: on(0, { 0: note([], [0, 'declined']) }) }] },
    ),
    silentDeadlock,
    'P',
  ],
  ['a deadlock', systemOf('s', [['x', '0 1']], { P: counter(1), Q: waits(0) }), deadlock, 'P'],
  [
    'no deadlock where all end',
    systemOf('s', [['x', '0 1']], { P: set(0, 1), Q: waits(0) }),
    deadlock,
    'cannot happen',
  ],
  [
    'no deadlock where a process can only fail',
    systemOf('s', [['x', '0 1']], { P: [[local, 'f', fail('no')]], Q: waits(0) }),
    deadlock,
    'cannot happen',
  ],
  [
    'a failure',
    systemOf('s', [['x', '0 1']], {
      P: set(0, 1),
      Q: [
        [local, 'f', go(1)],
        [local, 'f', on(0, { 1: fail('no'), 0: go(1) })],
      ],
    }),
    { kind: 'failure', process: 1, edge: 2 },
    'P Q Q',
  ],
  [
    'the failure that was asked for',
    systemOf('s', [], { P: [[local, 'f', { kind: 'choose', nodes: [fail('a'), fail('b')] }]] }),
    { kind: 'failure', process: 0, edge: 1 },
    'P',
  ],
  [
    'a switch because the process has ended',
    systemOf(
      's',
      [['x', '0 1']],
      { P: set(0, 1), Q: waits(0) },
      { ...checked, invariants: [], atEnd: [holds(0, 1)] },
    ),
    violated,
    'P Q',
  ],
  [
    'a signal of another kind',
    systemOf('s', [['x', '0']], { P: [[local, 'f', seen(go(0), 'o', note([], [0, 'witnessed']))]] }, checked),
    violated,
    'cannot happen',
  ],
  [
    'a signal of this kind',
    systemOf('s', [['x', '0']], { P: [[local, 'f', seen(go(0), 'o', note([], [0, 'witnessed']))]] }, checked),
    { kind: 'signal', property: 0, signal: 'witnessed' },
    'P',
  ],
])('Finds %s', (_, system, target, expected) => {
  expect(validate(system)).toEqual([]);
  expect(told(system, target)).toBe(expected);
});

test('No switch and many steps come before two switches and few', () => {
  const reaches = seen(go(7), 'there', note([], [0, 'violated']));
  const shortcut = (open: boolean): System =>
    systemOf(
      's',
      [
        ['x', '0 1'],
        ['y', '0 1'],
      ],
      {
        P: [[local, 'f', on(1, { 1: go(1, [0, 1]) })], end],
        Q: [
          [local, 'f', go(1, [1, 1])],
          [local, 'f', on(0, { 0: go(2), 1: reaches })],
          ...Array.from({ length: 4 }, (_, index): Draft => [local, 'f', go(index + 3)]),
          [local, 'f', open ? reaches : { kind: 'blocked' }],
          end,
        ],
      },
      checked,
    );
  expect(told(shortcut(true), violated)).toBe('Q Q Q Q Q Q Q');
  expect(told(shortcut(false), violated)).toBe('Q P Q');
});

test('A state that was met with fewer switches but after more steps does not hide a shorter story', () => {
  // Q alone comes to x = 1 by a loop of five steps; P comes to the same state at once, and then sees it.
  const sees = seen(go(0), 'there', note([], [0, 'violated']));
  const system = systemOf(
    's',
    [
      ['x', '0 1'],
      ['y', '0 1'],
    ],
    {
      P: [[local, 'f', on(1, { 1: on(0, { 0: go(0, [0, 1]), 1: sees }) })]],
      Q: [
        [local, 'f', go(1, [1, 1])],
        [local, 'f', on(0, { 0: go(2) })],
        ...Array.from({ length: 3 }, (_, index): Draft => [local, 'f', go(index + 3)]),
        [local, 'f', go(1, [0, 1])],
      ],
    },
    checked,
  );
  expect(told(system, violated)).toBe('Q P P');
});

test('A bound that is hit says "not complete"', () => {
  const system = systemOf('s', [['x', '0 1']], { P: counter(70), Q: counter(70) }, checked);
  expect(findStory(system, violated)).toEqual({ kind: 'none', complete: true, states: 5041 });
  expect(findStory(system, violated, { maxNodes: 30 })).toMatchObject({ kind: 'none', complete: false });
});

test('A story that is found before the bound is hit is told, and said not to be the shortest for sure', () => {
  const full = findStory(detachRace, violated);
  const kinds = Array.from({ length: 40 }, (_, index) =>
    findStory(detachRace, violated, { maxNodes: index + 2 }),
  ).map((result) => (result.kind === 'none' ? `none ${result.complete}` : `found ${result.fewest}`));
  expect(full).toMatchObject({ kind: 'found', fewest: true });
  expect(kinds[0]).toBe('none false');
  expect(kinds.at(-1)).toBe('found true');
});

test('No story has more switches, or as many and more steps, than the best run of a brute-force search', () => {
  let found = 0;
  fc.assert(
    fc.property(randomRace, (system) => {
      expect(validate(system)).toEqual([]);
      for (const [target, cost] of cheapest(system)) {
        const result = findStory(system, target);
        expect(result.kind).toBe(cost === null ? 'none' : 'found');
        if (result.kind === 'none') {
          expect(result.complete).toBe(true);
          continue;
        }
        found++;
        replay(system, result.story);
        expect(costOf(result.story)).toEqual(cost);
      }
    }),
    { numRuns: 120 },
  );
  expect(found).toBeGreaterThan(120);
});

test('There is a story for just what an exploration has seen', () => {
  fc.assert(
    fc.property(randomSystem, (system) => {
      const seenBy = explore(system, { engine: 'javascript' });
      const reached: readonly (readonly [Target, boolean])[] = [
        [deadlock, seenBy.deadlocks > 0],
        ...seenBy.failures.map((failure) => [{ kind: 'failure', ...failure } as const, true] as const),
        ...seenBy.signals.flatMap((signals, index) =>
          signalKinds.map(
            (signal) => [{ kind: 'signal', property: index, signal } as const, signals[signal]] as const,
          ),
        ),
      ];
      for (const [target, isReached] of reached) {
        const result = findStory(system, target);
        expect(result.kind).toBe(isReached ? 'found' : 'none');
        if (result.kind === 'found') replay(system, result.story);
      }
    }),
    { numRuns: 60 },
  );
});

type Cost = readonly [switches: number, steps: number];

function costOf({ moves, switches }: Story): Cost {
  return [switches, moves.length];
}

/** Each target with the least that a run to it costs, by relaxing all nodes until nothing changes. */
function cheapest(system: System): readonly (readonly [Target, Cost | null])[] {
  const costs = new Map<string, { readonly state: State; readonly last: number; cost: Cost }>();
  const best = new Map<string, { readonly target: Target; cost: Cost | null }>();
  const targets: Target[] = [
    deadlock,
    silentDeadlock,
    ...system.properties.flatMap((_, index) =>
      signalKinds.map((signal): Target => ({ kind: 'signal', property: index, signal })),
    ),
    ...system.processes.flatMap((process, index) =>
      process.points.flatMap((point): Target[] =>
        failuresIn(point.step).map((edge) => ({ kind: 'failure', process: index, edge })),
      ),
    ),
  ];
  for (const target of targets) best.set(JSON.stringify(target), { target, cost: null });
  const reach = (target: Target, cost: Cost): void => {
    const known = best.get(JSON.stringify(target))!;
    if (known.cost === null || isLess(cost, known.cost)) known.cost = cost;
  };
  const visit = (state: State, cost: Cost): void => {
    const signals = [
      ...signalsIn(system.invariants, state),
      ...(isEnd(system, state) ? signalsIn(system.atEnd, state) : []),
    ];
    for (const { property: index, kind } of signals)
      reach({ kind: 'signal', property: index, signal: kind }, cost);
    if (!isDeadlock(system, state)) return;
    reach(deadlock, cost);
    if (!signalsIn(system.atEnd, state).some(({ kind }) => kind === 'violated')) reach(silentDeadlock, cost);
  };
  const take = (move: Move, cost: Cost): void => {
    if (move.kind === 'failure') {
      reach({ kind: 'failure', process: move.process, edge: move.edge }, cost);
      return;
    }
    for (const { property: index, kind } of move.signals)
      reach({ kind: 'signal', property: index, signal: kind }, cost);
    visit(move.next, cost);
  };

  costs.set('start', { state: initialState(system), last: -1, cost: [0, 0] });
  visit(initialState(system), [0, 0]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const { state, last, cost } of [...costs.values()]) {
      for (const move of successorsOf(system, state)) {
        const next: Cost = [cost[0] + (last === -1 || last === move.process ? 0 : 1), cost[1] + 1];
        take(move, next);
        if (move.kind === 'failure') continue;
        const key = `${move.process}|${move.next.cells}|${move.next.points}`;
        const known = costs.get(key);
        if (known !== undefined && !isLess(next, known.cost)) continue;
        changed = true;
        if (known === undefined) costs.set(key, { state: move.next, last: move.process, cost: next });
        else known.cost = next;
      }
    }
  }
  return [...best.values()].map(({ target, cost }) => [target, cost]);
}

function isLess(a: Cost, b: Cost): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

function failuresIn(node: System['processes'][number]['points'][number]['step']): readonly number[] {
  if (node === null) return [];
  switch (node.kind) {
    case 'test':
      return node.branches.flatMap((branch) => failuresIn(branch.node));
    case 'choose':
      return node.nodes.flatMap(failuresIn);
    case 'failure':
      return [node.edge];
    case 'leaf':
    case 'blocked':
      return [];
  }
}
