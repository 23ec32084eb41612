import { expect, test } from 'vitest';
import type { Node } from '../../../src/ir/system.js';
import { courseOf, futureOf, makesHold, role } from '../../../src/search/reduction/future.js';
import { guardsOf, requiredBy } from '../../../src/search/reduction/guards.js';
import { type Footprint, waysOf } from '../../../src/search/reduction/ways.js';
import { type Draft, end, go, local, on, systemOf } from '../../trace/small-systems.js';

const step = (node: Node): Draft => [local, '', node];
const [lock, flag, data] = [0, 1, 2];

/** Takes the lock, waits for the flag or not, writes, gives the lock back, ends. */
const system = systemOf(
  'guarded',
  [
    ['lock', '0 1'],
    ['flag', '0 1'],
    ['data', '0 1'],
  ],
  {
    P: [
      step(go(1)),
      step(on(lock, { 0: go(2, [lock, 1]) })),
      step({ kind: 'choose', nodes: [go(3), go(4)] }),
      step(on(flag, { 1: go(4) })),
      step(go(5, [data, 1])),
      step(go(6, [lock, 0])),
      end,
    ],
  },
);
const ways = waysOf(system);
const guards = guardsOf(system, ways);
const course = courseOf(7, ways[0]!, guards);
const free = 1 << guards.findIndex(({ cell }) => cell === lock);
const raised = 1 << guards.findIndex(({ cell }) => cell === flag);
const footprints = [...new Set(ways.flat().map(({ footprint }) => footprint))];

function future(isGoal: (footprint: Footprint) => boolean): readonly number[] {
  return [
    ...futureOf(
      course,
      Uint8Array.from(footprints, (one) => (isGoal(one) ? role.goal : 0)),
    ),
  ];
}

test('guards are the conditions of ways', () => {
  expect(guards).toHaveLength(2);
  expect(guards).toEqual(
    expect.arrayContaining([
      { cell: lock, values: [0] },
      { cell: flag, values: [1] },
    ]),
  );
  expect(requiredBy(new Map([[lock!, [0]]]), guards)).toBe(free);
  expect(requiredBy(new Map([[lock!, [0, 1]]]), guards)).toBe(0);
});

test('a guard stands before what all ways there require, and before nothing behind it', () => {
  // The flag is in the way of who waits for it only: others may go round. And nothing leads back.
  expect(future(({ writes }) => writes.some(({ cell }) => cell === data))).toEqual([
    free,
    free,
    0,
    raised,
    0,
    -1,
    -1,
  ]);
});

test('what is required twice stands before twice', () => {
  expect(future(({ conditions }) => conditions.has(flag!))).toEqual([
    free | raised,
    free | raised,
    raised,
    raised,
    -1,
    -1,
    -1,
  ]);
});

test('who does not hold the lock cannot give it back, as it would have to take it first', () => {
  const question = makesHold({ cell: lock!, values: [0] }, footprints);
  expect([...futureOf(course, question)]).toEqual([-1, -1, 0, raised, 0, 0, -1]);
});
