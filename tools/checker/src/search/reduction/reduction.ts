/**
 * What the search must know to leave interleavings out: computed once from the system, then looked up state by state.
 *
 * A stubborn set is a set S of processes, chosen in a state, such that whatever the others do before S moves, they
 * neither disturb an enabled move of S nor enable a new one. Then every run from the state can be rearranged to begin with a
 * move of S, or has a move of S that can be put in front, and only those need be explored. For each kind of situation that a
 * process can be in (its enabled ways, or what blocks it) there is a row, which tells for each other process at each of
 * its points whether it may disturb, and which guards keep it from that as long as they do not hold.
 *
 * What is kept, and why:
 *
 *   - States without moves: a run to one can be rearranged until each of its first moves is in S; and S has a move
 *     wherever there is one. All of them are found, each once.
 *   - Ways, that is edges, failures, and the signals that monitors give in them: `accord` demands that in either order the
 *     same ways are taken and the same signals given, so a run to a way stays one when it is rearranged. It becomes shorter
 *     unless S has none of its moves, and as each cycle of states has one in which S is everybody (`marks.ts`), the way is
 *     taken in the end. A failing step has no state after it, so where S contains one, S is everybody.
 *   - Invariants: they count as monitors of all ways that may change their answer (`ways.ts`).
 *   - Checks at the end: they are asked in states without moves.
 *
 * Not kept: states in between, their number, how far they are from the start, and cycles.
 */
import type { System } from '../../ir/system.js';
import { type Guard, guardsOf } from './guards.js';
import { newRows, type RowTable } from './rows.js';
import { type Situations, situationsOf } from './situation.js';
import { waysOf } from './ways.js';

/** A set of processes is a 32-bit integer, and -1 is everybody. */
const mostProcesses = 31;

export interface Reduction extends RowTable {
  readonly guards: readonly Guard[];
  /** For each guard the row that tells who may make it hold. */
  readonly guardRows: readonly number[];
  readonly situations: Situations;
}

export function canReduce({ processes }: System): boolean {
  return processes.length > 0 && processes.length <= mostProcesses;
}

/** Of a system that can be reduced. */
export function reductionOf(system: System): Reduction {
  const ways = waysOf(system);
  const guards = guardsOf(system, ways);
  const rows = newRows(system, ways, guards);
  const situations = situationsOf(system, ways, rows);
  const guardRows = guards.map(rows.enablersOf);
  return { guards, guardRows, situations, ...rows.table() };
}
