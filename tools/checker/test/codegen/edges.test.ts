import { expect, test } from 'vitest';
import { edgeCount, failuresOf, mostSuccessors, partsOf } from '../../src/codegen/edges.js';
import { end, fail, go, local, on, systemOf } from '../trace/small-systems.js';

const system = systemOf('edges', [['c', '0 1 2']], {
  P: [
    [local, '', on(0, { 0: go(1), 1: { kind: 'choose', nodes: [go(1), go(2), fail('it broke')] } })],
    [local, '', { kind: 'blocked' }],
    [local, '', go(0)],
    end,
  ],
  Q: [[local, '', { kind: 'choose', nodes: [go(0), on(0, { 2: go(0) })] }]],
});
const [first, second] = system.processes;

test('leaves and failures are edges', () => {
  expect([first!, second!].map(edgeCount)).toEqual([5, 2]);
});

test('failures are found in the order of their edges', () => {
  expect(failuresOf(first!).map(({ edge }) => edge)).toEqual([3]);
  expect(failuresOf(second!)).toEqual([]);
});

test('the most successors of a state: the largest point of each process, without failures', () => {
  expect(mostSuccessors(system)).toBe(2 + 2);
});

test.each([
  // The first point has 4 edges, the third has 1; a point without edges adds nothing to a part.
  { most: 1, parts: [0, 2] },
  { most: 4, parts: [0, 2] },
  { most: 5, parts: [0] },
])('parts of about $most edges start at points $parts', ({ most, parts }) => {
  expect(partsOf(first!, most)).toEqual(parts);
});
