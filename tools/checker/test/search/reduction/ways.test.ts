import { expect, test } from 'vitest';
import type { Node } from '../../../src/ir/system.js';
import { waysOf } from '../../../src/search/reduction/ways.js';
import { type Draft, end, fail, go, local, note, on, property, systemOf } from '../../trace/small-systems.js';

const step = (node: Node): Draft => [local, '', node];
const cells = [
  ['a', '0 1 2'],
  ['b', '0 1'],
] as const;

test('each leaf and each failure with what leads to it', () => {
  const tree = on<Node>(0, {
    0: on(1, { 1: go(1, [1, 0]) }),
    '1,2': { kind: 'choose', nodes: [go(0), fail('it broke')] },
  });
  const [ways] = waysOf(systemOf('tree', cells, { P: [step(tree), end] }));
  expect(
    ways!.map(({ point, target, edge, footprint }) => [point, target, edge, [...footprint.conditions]]),
  ).toEqual([
    [
      0,
      1,
      0,
      [
        [0, [0]],
        [1, [1]],
      ],
    ],
    [0, 0, 1, [[0, [1, 2]]]],
    [0, null, 2, [[0, [1, 2]]]],
  ]);
});

test('a cell that is tested twice must satisfy both tests, and what none can is no way', () => {
  const tree = on(0, { '0,1': on(0, { '1,2': go(1) }), 2: on(0, { 0: go(1) }) });
  const [ways] = waysOf(systemOf('twice', cells, { P: [step(tree), end] }));
  expect(ways!.map(({ footprint }) => [...footprint.conditions])).toEqual([[[0, [1]]]]);
});

test('equal footprints are one object, wherever they stand', () => {
  const walk = [step(go(1, [0, 1])), step(go(2, [0, 1])), step(go(3, [0, 2])), end];
  const ways = waysOf(systemOf('alike', cells, { P: walk, Q: walk })).flat();
  expect(new Set(ways.map(({ footprint }) => footprint)).size).toBe(2);
});

test('an invariant watches the steps that write what it reads, by themselves or by a monitor', () => {
  const system = systemOf(
    'invariant',
    [...cells, ['?m', '0 1']],
    {
      P: [step(go(1, [0, 1])), step(go(2, [1, 1])), step({ ...go(3), monitors: [note([[2, 1]])] }), end],
    },
    {
      properties: [property('one/property', 'one.clause')],
      invariants: [{ property: 0, node: on(0, { 1: on(2, { 1: note([], [0, 'violated']) }) }) }],
    },
  );
  const [ways] = waysOf(system);
  expect(ways!.map(({ footprint }) => footprint.monitors.length)).toEqual([1, 0, 2]);
});
