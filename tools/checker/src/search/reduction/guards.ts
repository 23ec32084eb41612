/**
 * Guards: conditions on one cell that, as long as they do not hold, keep processes away from what lies behind them.
 *
 * A free lock is the typical guard. While it is held, whoever is outside cannot come to what the lock protects, so the
 * holder need not be interleaved with them. That is what makes the reduction pay for code with locks.
 *
 * Why a set may rest on guards that do not hold: whoever may make one hold without passing a guard himself is in the set too. So
 * take the first move by anybody else that makes one of them hold. None held until then, so its process has passed none of
 * them on the way there, and was named among those who may make it hold; so it is in the set after all.
 */
import type { System } from '../../ir/system.js';
import type { Conditions, Way } from './ways.js';

export interface Guard {
  readonly cell: number;
  /** It holds for these; ascending. */
  readonly values: readonly number[];
}

/** A set of guards is a 32-bit integer; the last bit is `noGuard`. */
const mostGuards = 31;

/** Stands for a guard that never holds, before ways that do not exist: so `all ones` means "never, whatever holds". */
export const noGuard = 1 << mostGuards;

/** Conditions of ways, those that most ways need first; at most `mostGuards`. */
export function guardsOf({ cells }: System, ways: readonly (readonly Way[])[]): readonly Guard[] {
  const needed = new Map<string, { readonly guard: Guard; count: number }>();
  const footprints = new Set(ways.flat().map(({ footprint }) => footprint));
  for (const { conditions } of footprints)
    for (const [cell, values] of conditions) {
      if (values.length === cells[cell]!.domain.length) continue;
      const key = `${cell}=${values.join()}`;
      const known = needed.get(key) ?? { guard: { cell, values }, count: 0 };
      known.count++;
      needed.set(key, known);
    }
  return [...needed.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, mostGuards)
    .map(({ guard }) => guard);
}

/** The guards that must hold for the conditions to hold. */
export function requiredBy(conditions: Conditions, guards: readonly Guard[]): number {
  return guards.reduce((set, guard, index) => (requires(conditions, guard) ? set | (1 << index) : set), 0);
}

export function requires(conditions: Conditions, { cell, values }: Guard): boolean {
  return conditions.get(cell)?.every((value) => values.includes(value)) ?? false;
}
