/**
 * The rows of the reduction: who may do something that matters, for each process at each of its points.
 *
 * A row is made for each footprint that must not be disturbed, for each guard that may come to hold, and for each union of
 * such; rows of one cause are made once. In the end points that no row tells apart are joined to columns, as most are.
 */
import type { System } from '../../ir/system.js';
import { accordIn } from './accord.js';
import { courseOf, futureOf, makesHold, type Question, role } from './future.js';
import type { Guard } from './guards.js';
import type { Footprint, Way } from './ways.js';

/** The futures of all processes, one after the other. */
type Row = Int32Array;

export interface RowTable {
  /** `rows[row * columns + column]` is a set of guards; -1: nothing of the kind, 0: whatever holds. */
  readonly rows: Int32Array;
  readonly columns: number;
  /** For each process and point its column. */
  readonly columnOf: readonly (readonly number[])[];
}

/** Rows are asked for by their number. */
export interface Rows {
  /** Who may disturb a way with this footprint. */
  readonly disturbersOf: (footprint: Footprint) => number;
  /** Who may make the guard hold, where it does not. */
  readonly enablersOf: (guard: Guard) => number;
  /** Who may do one of several things. What keeps a process from it keeps it from all of them. */
  readonly union: (parts: readonly number[]) => number;
  readonly table: () => RowTable;
}

export function newRows(system: System, ways: readonly (readonly Way[])[], guards: readonly Guard[]): Rows {
  const courses = system.processes.map(({ points }, process) =>
    courseOf(points.length, ways[process]!, guards),
  );
  const footprints = [...new Set(ways.flat().map(({ footprint }) => footprint))];
  const accord = accordIn(system);
  const firsts = courses.map((_, process) => sum(courses.slice(0, process).map(({ points }) => points)));
  const length = sum(courses.map(({ points }) => points));
  const rows: Row[] = [];
  const numbers = new Map<string, number>();
  const numbered = (cause: string, make: () => Row): number => {
    const number = numbers.get(cause) ?? rows.push(make()) - 1;
    numbers.set(cause, number);
    return number;
  };
  const answer = (question: Question): Row => {
    const row = new Int32Array(length);
    courses.forEach((course, process) => {
      row.set(futureOf(course, question), firsts[process]!);
    });
    return row;
  };

  return {
    disturbersOf: (footprint) =>
      numbered(`footprint ${footprint.id}`, () =>
        answer(Uint8Array.from(footprints, (other) => (accord(footprint, other) ? 0 : role.goal))),
      ),
    enablersOf: (guard) =>
      numbered(`guard ${guard.cell} ${guard.values.join()}`, () => answer(makesHold(guard, footprints))),
    union: (parts) => {
      const different = [...new Set(parts)].sort((a, b) => a - b);
      if (different.length === 1) return different[0]!;
      return numbered(`union ${different.join()}`, () => {
        const row = new Int32Array(length).fill(-1);
        for (const part of different)
          for (let point = 0; point < length; point++) row[point]! &= rows[part]![point]!;
        return row;
      });
    },
    table: () => {
      const { columnOf, columns } = columnsOf(rows, length);
      const table = new Int32Array(rows.length * columns);
      rows.forEach((row, number) => {
        for (let point = 0; point < length; point++) table[number * columns + columnOf[point]!] = row[point]!;
      });
      return {
        rows: table,
        columns,
        columnOf: courses.map(({ points }, process) =>
          columnOf.slice(firsts[process]!, firsts[process]! + points),
        ),
      };
    },
  };
}

/** Tells points apart row by row. */
function columnsOf(
  rows: readonly Row[],
  length: number,
): { readonly columnOf: readonly number[]; readonly columns: number } {
  const columnOf: number[] = Array.from({ length }, () => 0);
  let columns = 1;
  for (const row of rows) {
    const finer = new Map<number, number>();
    for (let point = 0; point < length; point++) {
      const key = columnOf[point]! * 2 ** 32 + (row[point]! >>> 0);
      const number = finer.get(key) ?? finer.size;
      finer.set(key, number);
      columnOf[point] = number;
    }
    columns = finer.size;
  }
  return { columnOf, columns };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
