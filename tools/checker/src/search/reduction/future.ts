/**
 * What a process may still come to: for each of its points, whether one of some ways can be reached from there, and which guards
 * stand before all of them.
 */
import { type Guard, noGuard, requiredBy, requires } from './guards.js';
import type { Way } from './ways.js';

/** For each point a set of guards each of which, while it does not hold, keeps the process from the ways; -1: no way is reached. */
export type Future = Int32Array;

/** One process, prepared for many questions. */
export interface Course {
  readonly ways: readonly Way[];
  /** For each way the guards that it requires. */
  readonly required: Int32Array;
  /** For each point the indices of the ways that lead to it. */
  readonly before: readonly (readonly number[])[];
}

export function courseOf(points: number, ways: readonly Way[], guards: readonly Guard[]): Course {
  const before: number[][] = Array.from({ length: points }, () => []);
  ways.forEach(({ target }, index) => {
    if (target !== null) before[target]!.push(index);
  });
  return {
    ways,
    required: Int32Array.from(ways, ({ footprint }) => requiredBy(footprint.conditions, guards)),
    before,
  };
}

/**
 * `isGoal` tells the ways in question; `isShut` those that cannot be taken.
 *
 *     future(point) = what all ways from it agree on: for a goal what it requires,
 *                     for a way to a point with a future what it requires, or what stands before that
 *
 * The greatest solution is meant; it is found by starting from "no way is reached" and taking away.
 */
export function futureOf(
  { ways, required, before }: Course,
  isGoal: (way: Way) => boolean,
  isShut: (way: Way) => boolean = () => false,
): Future {
  const future = new Int32Array(before.length).fill(-1);
  const queue: number[] = [];
  const narrow = (point: number, guards: number): void => {
    const narrowed = future[point]! & guards & ~noGuard;
    if (narrowed === future[point]) return;
    future[point] = narrowed;
    queue.push(point);
  };
  ways.forEach((way, index) => {
    if (isGoal(way) && !isShut(way)) narrow(way.point, required[index]!);
  });
  for (let point = queue.pop(); point !== undefined; point = queue.pop())
    for (const index of before[point]!) {
      const way = ways[index]!;
      if (!isShut(way)) narrow(way.point, required[index]! | future[point]!);
    }
  return future;
}

/** How a process may make the guard hold, which does not hold now: until it has, no way that requires it can be taken. */
export function futureOfGuard(course: Course, guard: Guard): Future {
  return futureOf(
    course,
    ({ footprint }) =>
      footprint.writes.some(({ cell, value }) => cell === guard.cell && guard.values.includes(value)),
    ({ footprint }) => requires(footprint.conditions, guard),
  );
}
