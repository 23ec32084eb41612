/**
 * What a process may still come to: for each of its points, whether one of some ways can be reached from there, and which guards
 * stand before all of them.
 */
import { type Guard, noGuard, requiredBy, requires } from './guards.js';
import type { Footprint, Way } from './ways.js';

/** For each point a set of guards each of which, while it does not hold, keeps the process from the ways; -1: no way is reached. */
export type Future = Int32Array;

/** What is asked of the ways with a footprint; the place in the array is its id. `shut`: they cannot be taken. */
export type Question = Uint8Array;

export const role = { goal: 1, shut: 2 } as const;

/** The ways of one process, prepared for many questions, as columns: those from later points first, loops apart. */
export interface Course {
  readonly points: number;
  readonly from: Int32Array;
  /** -1 for a failure. */
  readonly to: Int32Array;
  readonly footprint: Int32Array;
  /** The guards that the way requires. */
  readonly required: Int32Array;
}

export function courseOf(points: number, ways: readonly Way[], guards: readonly Guard[]): Course {
  const rank = ranksOf(points, ways);
  const sorted = [...ways].sort((a, b) => rank[a.point]! - rank[b.point]!);
  return {
    points,
    from: Int32Array.from(sorted, ({ point }) => point),
    to: Int32Array.from(sorted, ({ target }) => target ?? -1),
    footprint: Int32Array.from(sorted, ({ footprint }) => footprint.id),
    required: Int32Array.from(sorted, ({ footprint }) => requiredBy(footprint.conditions, guards)),
  };
}

/**
 *     future(point) = what all ways from it agree on: for a goal what it requires,
 *                     for a way to a point with a future what it requires, or what stands before that
 *
 * The greatest solution is meant; it is found by starting from "no way is reached" and taking away, until nothing changes. As
 * later points come first, that is soon.
 */
export function futureOf({ points, from, to, footprint, required }: Course, question: Question): Future {
  const future = new Int32Array(points).fill(-1);
  if (!footprint.some((id) => question[id] === role.goal)) return future;
  for (let isStable = false; !isStable; ) {
    isStable = true;
    for (let way = 0; way < from.length; way++) {
      const asked = question[footprint[way]!]!;
      if (asked === role.shut) continue;
      const before = future[from[way]!]!;
      const beyond = to[way]! === -1 ? -1 : future[to[way]!]!;
      let after = before;
      if (asked === role.goal) after &= required[way]! & ~noGuard;
      if (beyond !== -1) after &= (required[way]! | beyond) & ~noGuard;
      if (after === before) continue;
      future[from[way]!] = after;
      isStable = false;
    }
  }
  return future;
}

/** How the guard may come to hold, which does not hold now: until it does, no way that requires it can be taken. */
export function makesHold(guard: Guard, footprints: readonly Footprint[]): Question {
  return Uint8Array.from(footprints, ({ conditions, writes }) => {
    if (requires(conditions, guard)) return role.shut;
    const writesIt = writes.some(({ cell, value }) => cell === guard.cell && guard.values.includes(value));
    return writesIt ? role.goal : 0;
  });
}

/** For each point its number in an order in which points come after those that they lead to, but for loops. */
function ranksOf(points: number, ways: readonly Way[]): Int32Array {
  const targets: number[][] = Array.from({ length: points }, () => []);
  for (const { point, target } of ways) if (target !== null) targets[point]!.push(target);
  const rank = new Int32Array(points).fill(-1);
  const isOpen = new Uint8Array(points);
  let count = 0;
  for (let start = 0; start < points; start++) {
    const path = isOpen[start] === 1 ? [] : [start];
    for (let point = path.at(-1); point !== undefined; point = path.at(-1)) {
      isOpen[point] = 1;
      const next = targets[point]!.pop();
      if (next === undefined) {
        rank[point] = count++;
        path.pop();
      } else if (isOpen[next] === 0) path.push(next);
    }
  }
  return rank;
}
