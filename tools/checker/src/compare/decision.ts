/** Decision trees put together: what one decides, another goes on with. Both kinds that read states have this shape. */
import type { Branch, Cell, Condition, MonitorNode } from '../ir/system.js';

/** A `MonitorNode` is a tree of notes, a `Condition` one of answers. */
export type Tree<End> =
  | { readonly kind: 'test'; readonly cell: number; readonly branches: readonly Branch<Tree<End>>[] }
  | End;

type Answer = { readonly kind: 'holds' | 'fails' };

const holds: Condition = { kind: 'holds' };
const fails: Condition = { kind: 'fails' };

/** Goes on as `yes` where the condition holds, and as `no` where it does not; every value has a branch. */
export function decided<End>(
  cells: readonly Cell[],
  condition: Condition,
  yes: Tree<End>,
  no: Tree<End>,
): Tree<End> {
  const build = (node: Tree<Answer>): Tree<End> => {
    if (node.kind !== 'test') return node.kind === 'holds' ? yes : no;
    const told = new Set(node.branches.flatMap(({ values }) => values));
    const others = cells[node.cell]!.domain.flatMap((_, value) => (told.has(value) ? [] : [value]));
    const branches = node.branches.map((branch) => ({ values: branch.values, node: build(branch.node) }));
    return {
      kind: 'test',
      cell: node.cell,
      branches: others.length === 0 ? branches : [...branches, { values: others, node: no }],
    };
  };
  return build(condition);
}

export function all(cells: readonly Cell[], conditions: readonly Condition[]): Condition {
  return conditions.reduceRight<Condition>((rest, one) => decided<Answer>(cells, one, rest, fails), holds);
}

export function not(cells: readonly Cell[], condition: Condition): Condition {
  return decided<Answer>(cells, condition, fails, holds);
}

/** Whether a cell with two values, false and true, has this one. */
export function is(cell: number, value: boolean): Condition {
  return { kind: 'test', cell, branches: [{ values: [value ? 1 : 0], node: holds }] };
}

export function cellsRead(node: MonitorNode): ReadonlySet<number> {
  const read = new Set<number>();
  const visit = (one: MonitorNode): void => {
    if (one.kind !== 'test') return;
    read.add(one.cell);
    for (const branch of one.branches) visit(branch.node);
  };
  visit(node);
  return read;
}
