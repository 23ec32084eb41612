/**
 * Runs without an end that one side forbids and the other does not, as questions that the liveness search answers.
 *
 * A side forbids such a run if its cell is set, or if a goal of its stays open for ever while all that it assumes comes again and
 * again. The other side does not if its cell is never set, and for each of its liveness properties the run closes every goal
 * again and again, or at last never comes back to an assumption. Each combination is one question: is there a fair run that
 * stays in a region for ever, and comes back to some conditions again and again?
 */
import type { Cell, Condition, Goal, Liveness, System } from '../ir/system.js';
import { all, is, not } from './decision.js';
import { fairnessOf, otherSide, type Pair, type Side } from './pair.js';

/** A goal of a liveness property, and the cell that tells whether it has been set and not been reached since. */
export interface OpenGoal {
  readonly property: number;
  readonly goal: Goal;
  readonly cell: number;
}

export interface Watching {
  readonly system: System;
  /** Those of the system, and those that are added. */
  readonly cells: readonly Cell[];
  readonly pair: Pair;
  /** 1 where the side forbids the run. */
  readonly bits: Readonly<Record<Side, number>>;
  readonly goals: readonly OpenGoal[];
}

export interface EndlessQuestion {
  /** Where the run stays. */
  readonly region: Condition;
  /** What an endless run violates that stays there, and comes back to what it must. */
  readonly liveness: Liveness;
}

/** A condition that holds all the time from some moment on, and others that hold again and again. */
interface Way {
  readonly always: Condition;
  readonly again: readonly Condition[];
}

/** The ways in which `side` alone forbids an endless run. */
export function endlessQuestions(watching: Watching, side: Side): readonly EndlessQuestion[] {
  const { system, cells, pair } = watching;
  const allowing = waysToAllow(watching, otherSide(side));
  return waysToForbid(watching, side).flatMap((forbid) =>
    allowing.map((allow): EndlessQuestion => {
      const region = all(cells, [forbid.always, allow.always]);
      return {
        region,
        liveness: {
          fairness: fairnessOf(system, pair),
          goals: [{ from: region, to: not(cells, region) }],
          assumptions: [...forbid.again, ...allow.again],
        },
      };
    }),
  );
}

function waysToForbid({ system, bits, goals, pair }: Watching, side: Side): readonly Way[] {
  const own = goals.filter(({ property }) => pair[side].includes(property));
  return [
    { always: is(bits[side], true), again: [] },
    ...own.map(({ property, cell }) => ({
      always: is(cell, true),
      again: assumptionsOf(system, property),
    })),
  ];
}

function waysToAllow({ system, cells, bits, goals, pair }: Watching, side: Side): readonly Way[] {
  const start: Way = { always: is(bits[side], false), again: [] };
  return pair[side].reduce<readonly Way[]>(
    (ways, property) => {
      const own = goals.filter((goal) => goal.property === property);
      if (own.length === 0) return ways;
      const kept: Way = { always: { kind: 'holds' }, again: own.map(({ cell }) => is(cell, false)) };
      const excused = assumptionsOf(system, property).map(
        (assumption): Way => ({ always: not(cells, assumption), again: [] }),
      );
      return ways.flatMap((way) =>
        [kept, ...excused].map((one) => ({
          always: all(cells, [way.always, one.always]),
          again: [...way.again, ...one.again],
        })),
      );
    },
    [start],
  );
}

function assumptionsOf({ properties }: System, property: number): readonly Condition[] {
  const info = properties[property];
  return info?.kind === 'liveness' ? info.assumptions : [];
}
