import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marksOf } from '../../../src/search/reduction/marks.js';
import type { Way } from '../../../src/search/reduction/ways.js';

const footprint = { id: 0, conditions: new Map<number, readonly number[]>(), writes: [], monitors: [] };

function waysOf(targets: readonly (readonly [point: number, target: number | null])[]): readonly Way[] {
  return targets.map(([point, target], edge) => ({ point, target, edge, footprint }));
}

test.each([
  {
    title: 'no loop, no mark',
    ways: [
      [0, 1],
      [1, 2],
    ],
    marks: [false, false],
  },
  { title: 'a step to itself', ways: [[0, 0]], marks: [true] },
  {
    title: 'the way back',
    ways: [
      [0, 1],
      [1, 0],
      [1, 2],
    ],
    marks: [false, true, false],
  },
  {
    title: 'two ways to one point are no loop',
    ways: [
      [0, 1],
      [0, 2],
      [1, 2],
    ],
    marks: [false, false, false],
  },
  { title: 'a failure goes nowhere', ways: [[0, null]], marks: [false] },
  {
    title: 'what is never reached',
    ways: [
      [0, 1],
      [2, 2],
    ],
    marks: [false, false],
  },
] as const)('$title', ({ ways, marks }) => {
  expect(marksOf(3, 0, waysOf(ways))).toEqual(marks);
});

test('without marked ways there is no loop, and every marked way closes one', () => {
  const points = 6;
  const pair = fc.tuple(fc.nat(points - 1), fc.nat(points - 1));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 14 }), (pairs) => {
      const marks = marksOf(points, 0, waysOf(pairs));
      const reached = closure([[-1, 0], ...pairs], -1);
      const unmarked = pairs.filter(([point], index) => reached.has(point) && !marks[index]);
      for (const [point] of unmarked) expect(closure(unmarked, point)).not.toContain(point);
      pairs.forEach(([point, target], index) => {
        if (marks[index]) expect(target === point || closure(pairs, target).has(point)).toBe(true);
      });
    }),
  );
});

/** The points that are reached from one by at least one way. */
function closure(pairs: readonly (readonly [number, number])[], from: number): ReadonlySet<number> {
  const found = new Set<number>();
  const queue = [from];
  for (let point = queue.pop(); point !== undefined; point = queue.pop())
    for (const [source, target] of pairs)
      if (source === point && !found.has(target)) {
        found.add(target);
        queue.push(target);
      }
  return found;
}
