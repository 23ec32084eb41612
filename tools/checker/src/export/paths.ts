/** The ways through a decision tree, each as the tests that it passes: what languages of guarded commands want. */
import type { Branch, Failure, Leaf, Node, System } from '../ir/system.js';

export interface CellTest {
  readonly cell: number;
  /** Fewer than the cell's domain has, ascending. */
  readonly values: readonly number[];
}

export interface Path {
  /** Each cell at most once. */
  readonly tests: readonly CellTest[];
  readonly end: Leaf | Failure;
}

/** In the order of the tree; what no value leads to is left out. */
export function pathsOf(system: System, node: Node, tests: readonly CellTest[] = []): readonly Path[] {
  switch (node.kind) {
    case 'test':
      return node.branches.flatMap((branch) => {
        const more = narrowed(system, tests, node.cell, branch);
        return more === null ? [] : pathsOf(system, branch.node, more);
      });
    case 'choose':
      return node.nodes.flatMap((one) => pathsOf(system, one, tests));
    case 'leaf':
    case 'failure':
      return [{ tests, end: node }];
    case 'blocked':
      return [];
  }
}

/** The tests with one more; null where no value passes them all. */
function narrowed(
  { cells }: System,
  tests: readonly CellTest[],
  cell: number,
  { values }: Branch<unknown>,
): readonly CellTest[] | null {
  const known = tests.find((test) => test.cell === cell);
  const left = known === undefined ? values : values.filter((value) => known.values.includes(value));
  if (left.length === 0) return null;
  const others = tests.filter((test) => test !== known);
  return left.length === cells[cell]!.domain.length ? others : [...others, { cell, values: left }];
}
