/**
 * The situations that a process can be in: which of its ways are enabled, or what keeps it from all of them.
 *
 * Each decision tree becomes one that ends in situations. Where the tests lead to the same one they are not asked again: whether
 * a step can be disturbed seldom depends on what it reads.
 */
import type { Node, Process, System } from '../../ir/system.js';
import type { Guard } from './guards.js';
import { marksOf } from './marks.js';
import type { Rows } from './rows.js';
import type { Way } from './ways.js';

/** A decision tree that ends in indices into `Situations.list`; a branch holds for each value of the cell. */
export type Sorting =
  | {
      readonly kind: 'test';
      readonly cell: number;
      readonly branches: readonly { readonly values: readonly number[]; readonly node: Sorting }[];
    }
  | { readonly kind: 'situation'; readonly situation: number };

export interface Situation {
  /** Who may disturb the enabled ways, or enable another one. */
  readonly row: number;
  /** How many moves there are; where it depends on more than was looked at, more than there can be. */
  readonly moves: number;
  /** Whether there is a move for sure. */
  readonly canMove: boolean;
  /** Whether a set with this process must be everybody: a move goes round a loop, or fails. */
  readonly needsAll: boolean;
}

export interface Situations {
  readonly list: readonly Situation[];
  /** For each process and point. */
  readonly at: readonly (readonly Sorting[])[];
}

export function situationsOf(system: System, ways: readonly (readonly Way[])[], rows: Rows): Situations {
  const list: Situation[] = [];
  const numbers = new Map<string, number>();
  const situation = (parts: readonly number[], rest: Omit<Situation, 'row'>): Sorting => {
    const one = { row: rows.union(parts), ...rest };
    const key = `${one.row} ${one.moves} ${one.canMove} ${one.needsAll}`;
    const number = numbers.get(key) ?? list.push(one) - 1;
    numbers.set(key, number);
    return { kind: 'situation', situation: number };
  };
  const sizeOf = (cell: number): number => system.cells[cell]!.domain.length;
  const at = system.processes.map((process, index) =>
    sortingsOf(process, ways[index]!, rows, situation, sizeOf),
  );
  return { list, at };
}

function sortingsOf(
  { points, entry }: Process,
  ways: readonly Way[],
  rows: Rows,
  situation: (parts: readonly number[], rest: Omit<Situation, 'row'>) => Sorting,
  sizeOf: (cell: number) => number,
): readonly Sorting[] {
  const marks = marksOf(points.length, entry, ways);
  const needsAll = new Set(
    ways.filter(({ target }, index) => marks[index] || target === null).map(({ edge }) => edge),
  );
  const byEdge = new Map(ways.map((way) => [way.edge, way]));
  /** Nothing is enabled until one of the guards holds. */
  const blocked = (guards: readonly Guard[]): Sorting =>
    situation(guards.map(rows.enablersOf), { moves: 0, canMove: false, needsAll: false });

  /** `passed`: what would have to hold instead of what led here, for another branch to be taken. */
  const sort = (node: Node, passed: readonly Guard[]): Sorting => {
    switch (node.kind) {
      case 'test': {
        const leading = node.branches.filter((one) => edgesIn(one.node).length > 0);
        const elsewhere = (here: Node | null): readonly Guard[] => {
          const values = leading.filter((one) => one.node !== here).flatMap((one) => one.values);
          return values.length === 0 ? passed : [...passed, { cell: node.cell, values: ascending(values) }];
        };
        const branches = node.branches.map(({ values, node: next }) => ({
          values,
          node: sort(next, elsewhere(next)),
        }));
        const tested = new Set(node.branches.flatMap(({ values }) => values));
        const size = sizeOf(node.cell);
        const others = Array.from({ length: size }, (_, value) => value).filter(
          (value) => !tested.has(value),
        );
        if (others.length > 0) branches.push({ values: others, node: blocked(elsewhere(null)) });
        const first = branches[0]!.node;
        return branches.every((one) => sameSituation(one.node, first))
          ? first
          : { kind: 'test', cell: node.cell, branches };
      }
      case 'choose': {
        const taken = edgesIn(node).flatMap((edge) => byEdge.get(edge) ?? []);
        const disturbers = taken.map(({ footprint }) => rows.disturbersOf(footprint));
        const mustBeAll = taken.some(({ edge }) => needsAll.has(edge));
        if (node.nodes.every(({ kind }) => kind === 'leaf' || kind === 'failure'))
          return situation(disturbers, {
            moves: taken.length,
            canMove: taken.length > 0,
            needsAll: mustBeAll,
          });
        // Which of the ways are enabled would take a test for each, so all that any of them needs is asked for.
        const needed = taken.flatMap(({ footprint }) =>
          [...footprint.conditions].map(([cell, values]): Guard => ({ cell, values })),
        );
        return situation([...disturbers, ...[...passed, ...needed].map(rows.enablersOf)], {
          moves: taken.length + 1,
          canMove: false,
          needsAll: mustBeAll,
        });
      }
      case 'leaf':
      case 'failure': {
        const way = byEdge.get(node.edge);
        // A cell that is tested twice can make a leaf that no value leads to.
        if (way === undefined) return blocked([]);
        return situation([rows.disturbersOf(way.footprint)], {
          moves: 1,
          canMove: true,
          needsAll: needsAll.has(way.edge),
        });
      }
      case 'blocked':
        return blocked(passed);
    }
  };
  return points.map(({ step }) => (step === null ? blocked([]) : sort(step, [])));
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

function sameSituation(a: Sorting, b: Sorting): boolean {
  return a.kind === 'situation' && b.kind === 'situation' && a.situation === b.situation;
}

function ascending(values: readonly number[]): readonly number[] {
  return [...values].sort((a, b) => a - b);
}
