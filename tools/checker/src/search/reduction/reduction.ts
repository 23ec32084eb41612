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
import type { Node, System } from '../../ir/system.js';
import { accordIn } from './accord.js';
import { courseOf, type Future, futureOf, futureOfGuard } from './future.js';
import { type Guard, guardsOf } from './guards.js';
import { marksOf } from './marks.js';
import { type Footprint, waysOf } from './ways.js';

/** A set of processes is a 32-bit integer, and -1 is everybody. */
const mostProcesses = 31;

export interface Reduction {
  readonly guards: readonly Guard[];
  /** For each guard the row that tells who may make it hold. */
  readonly guardRows: readonly number[];
  /** For each process and point: how to find the situation in a state. */
  readonly situationAt: readonly (readonly Sorting[])[];
  readonly situations: readonly Situation[];
  /** `rows[row * columns + column]` is a set of guards; -1: never disturbs, 0: may disturb whatever holds. */
  readonly rows: Int32Array;
  readonly columns: number;
  /** For each process and point its column. */
  readonly columnOf: readonly (readonly number[])[];
}

/** A decision tree that ends in indices into `Reduction.situations`. */
export type Sorting =
  | {
      readonly kind: 'test';
      readonly cell: number;
      readonly branches: readonly { readonly values: readonly number[]; readonly node: Sorting }[];
    }
  | { readonly kind: 'situation'; readonly situation: number };

export interface Situation {
  readonly row: number;
  /** How many moves there are; where it depends on more than was looked at, more than there can be. */
  readonly moves: number;
  /** Whether there is a move for sure. */
  readonly canMove: boolean;
  /** Whether a set with this process must be everybody. */
  readonly needsAll: boolean;
}

export function canReduce({ processes }: System): boolean {
  return processes.length <= mostProcesses;
}

/** Of a system that can be reduced. */
export function reductionOf(system: System): Reduction {
  const ways = waysOf(system);
  const guards = guardsOf(system, ways);
  const courses = system.processes.map(({ points }, process) =>
    courseOf(points.length, ways[process]!, guards),
  );
  const accord = accordIn(system);
  const rows = new Interned<readonly Future[]>((futures) => futures.map((one) => one.join()).join(';'));
  const situations = new Interned<Situation>((situation) => JSON.stringify(situation));
  const never = system.processes.map(({ points }) => new Int32Array(points.length).fill(-1));

  const disturbersOf = remembered((footprint: Footprint): readonly Future[] =>
    courses.map((course) => {
      const disturbs = remembered((other: Footprint) => !accord(footprint, other));
      return futureOf(course, (way) => disturbs(way.footprint));
    }),
  );
  const enablersOf = (guard: Guard): readonly Future[] =>
    courses.map((course) => futureOfGuard(course, guard));

  const sortingsOf = (process: number): readonly Sorting[] => {
    const { points, entry } = system.processes[process]!;
    const own = ways[process]!;
    const marked = marksOf(points.length, entry, own);
    const byEdge = new Map(own.map((way, index) => [way.edge, { way, isMarked: marked[index]! }]));
    const situation = (parts: readonly (readonly Future[])[], rest: Omit<Situation, 'row'>): Sorting => ({
      kind: 'situation',
      situation: situations.add({ row: rows.add(mergeRows([never, ...parts])), ...rest }),
    });
    const sort = (node: Node, passed: readonly Guard[]): Sorting => {
      const blocked = (guards: readonly Guard[]): Sorting =>
        situation(guards.map(enablersOf), { moves: 0, canMove: false, needsAll: false });
      switch (node.kind) {
        case 'test': {
          const leading = node.branches.filter((one) => edgesIn(one.node).length > 0);
          /** That the cell would have to change to another branch for a step to be possible. */
          const elsewhere = (here: Node | null): readonly Guard[] => {
            const values = leading.filter((one) => one.node !== here).flatMap((one) => one.values);
            return values.length === 0 ? passed : [...passed, { cell: node.cell, values: ascending(values) }];
          };
          const tested = node.branches.flatMap(({ values }) => values);
          const size = system.cells[node.cell]!.domain.length;
          const rest = Array.from({ length: size }, (_, value) => value).filter(
            (value) => !tested.includes(value),
          );
          const branches = node.branches.map(({ values, node: next }) => ({
            values,
            node: sort(next, elsewhere(next)),
          }));
          if (rest.length > 0) branches.push({ values: rest, node: blocked(elsewhere(null)) });
          const [first] = branches;
          return first !== undefined && branches.every((one) => sameSorting(one.node, first.node))
            ? first.node
            : { kind: 'test', cell: node.cell, branches };
        }
        case 'choose': {
          const taken = edgesIn(node).flatMap((edge) => byEdge.get(edge) ?? []);
          const exact = node.nodes.every((one) => one.kind === 'leaf' || one.kind === 'failure');
          const conditions = taken.flatMap(({ way }) => [...way.footprint.conditions]);
          const enabling = exact
            ? []
            : [...passed, ...conditions.map(([cell, values]) => ({ cell, values }))];
          return situation(
            [...taken.map(({ way }) => disturbersOf(way.footprint)), ...enabling.map(enablersOf)],
            {
              moves: exact ? taken.length : taken.length + 1,
              canMove: exact && taken.length > 0,
              needsAll: taken.some(({ way, isMarked }) => isMarked || way.target === null),
            },
          );
        }
        case 'leaf':
        case 'failure': {
          const found = byEdge.get(node.edge);
          // A cell that is tested twice can make a leaf that no value leads to.
          if (found === undefined) return blocked([]);
          const { way, isMarked } = found;
          const needsAll = isMarked || way.target === null;
          return situation([disturbersOf(way.footprint)], { moves: 1, canMove: true, needsAll });
        }
        case 'blocked':
          return blocked(passed);
      }
    };
    const ended = situation([], { moves: 0, canMove: false, needsAll: false });
    return points.map(({ step }) => (step === null ? ended : sort(step, [])));
  };

  const situationAt = system.processes.map((_, process) => sortingsOf(process));
  const guardRows = guards.map((guard) => rows.add(enablersOf(guard)));
  return { guards, guardRows, situationAt, situations: situations.values, ...tableOf(rows.values) };
}

/** Each value once, numbered in the order in which they came. */
class Interned<T> {
  readonly values: T[] = [];
  readonly #keyOf: (value: T) => string;
  readonly #numbers = new Map<string, number>();

  constructor(keyOf: (value: T) => string) {
    this.#keyOf = keyOf;
  }

  add(value: T): number {
    const key = this.#keyOf(value);
    const number = this.#numbers.get(key) ?? this.values.push(value) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

function remembered<A extends object, B>(compute: (argument: A) => B): (argument: A) => B {
  const known = new Map<A, B>();
  return (argument) => {
    const answer = known.get(argument) ?? compute(argument);
    known.set(argument, answer);
    return answer;
  };
}

/** Points of all processes that no row tells apart share a column. */
function tableOf(rows: readonly (readonly Future[])[]): Pick<Reduction, 'rows' | 'columns' | 'columnOf'> {
  const columns = new Interned<readonly number[]>((column) => column.join());
  const columnOf = (rows[0] ?? []).map((future, process) =>
    Array.from(future, (_, point) => columns.add(rows.map((row) => row[process]![point]!))),
  );
  const width = columns.values.length;
  const table = new Int32Array(rows.length * width);
  columns.values.forEach((column, index) => {
    column.forEach((guards, row) => {
      table[row * width + index] = guards;
    });
  });
  return { rows: table, columns: width, columnOf };
}

/** Whoever may do one of several things; what keeps a process from it keeps it from all of them. */
function mergeRows(rows: readonly (readonly Future[])[]): readonly Future[] {
  const [first = [], ...rest] = rows;
  return rest.reduce(
    (merged, row) =>
      merged.map((future, process) => future.map((guards, point) => guards & row[process]![point]!)),
    first,
  );
}

function edgesIn(node: Node): readonly number[] {
  switch (node.kind) {
    case 'test':
      return node.branches.flatMap((branch) => edgesIn(branch.node));
    case 'choose':
      return node.nodes.flatMap(edgesIn);
    case 'leaf':
    case 'failure':
      return [node.edge];
    case 'blocked':
      return [];
  }
}

function sameSorting(a: Sorting, b: Sorting): boolean {
  return a.kind === 'situation' && b.kind === 'situation' && a.situation === b.situation;
}

function ascending(values: readonly number[]): readonly number[] {
  return [...values].sort((a, b) => a - b);
}
