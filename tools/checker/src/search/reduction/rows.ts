/**
 * The rows of the reduction: who may do something that matters, for each process at each of its points.
 *
 * A row is made for each footprint that must not be disturbed, for each guard that may come to hold, and for each union of
 * such; rows of one cause are made once. In the end points that no row tells apart are joined to columns, as most are.
 */
import type { System } from '../../ir/system.js';
import { accordIn } from './accord.js';
import { courseOf, futureOf, futureOfGuard } from './future.js';
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
  const firsts = courses.map((_, process) =>
    sum(courses.slice(0, process).map(({ before }) => before.length)),
  );
  const length = sum(courses.map(({ before }) => before.length));
  const rows: Row[] = [];
  const numbers = new Map<string, number>();
  const numbered = (cause: string, make: () => Row): number => {
    const number = numbers.get(cause) ?? rows.push(make()) - 1;
    numbers.set(cause, number);
    return number;
  };
  const rowOf = (futureOfCourse: (course: (typeof courses)[number]) => Int32Array): Row => {
    const row = new Int32Array(length);
    courses.forEach((course, process) => {
      row.set(futureOfCourse(course), firsts[process]!);
    });
    return row;
  };

  return {
    disturbersOf: (footprint) =>
      numbered(`footprint ${footprint.id}`, () => {
        const disturbs = new Set(footprints.filter((other) => !accord(footprint, other)));
        return rowOf((course) => futureOf(course, (way) => disturbs.has(way.footprint)));
      }),
    enablersOf: (guard) =>
      numbered(`guard ${guard.cell} ${guard.values.join()}`, () =>
        rowOf((course) => futureOfGuard(course, guard)),
      ),
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
        columnOf: courses.map(({ before }, process) =>
          columnOf.slice(firsts[process]!, firsts[process]! + before.length),
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
  let columnOf: readonly number[] = Array.from({ length }, () => 0);
  let columns = 1;
  for (const row of rows) {
    const finer = new Map<number, Map<number, number>>();
    let count = 0;
    columnOf = columnOf.map((column, point) => {
      const byValue = finer.get(column) ?? new Map<number, number>();
      finer.set(column, byValue);
      const number = byValue.get(row[point]!) ?? count++;
      byValue.set(row[point]!, number);
      return number;
    });
    columns = count;
  }
  return { columnOf, columns };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
