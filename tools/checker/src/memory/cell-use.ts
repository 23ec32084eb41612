/**
 * Which cells a delayed store can make a difference to: those that are written, and that more than one process touches, or
 * that a check on states compares with another. All others are written through, and cost nothing.
 *
 * What a check compares must reach memory in the order of the source, so a cell does not pass the stores before it because
 * nobody else reads it. A check that looks at this one cell alone cannot tell: one process writes it, and its values come
 * in the same order either way. At an end all buffers are empty, so checks on ends need nothing.
 */
import type { Condition, MonitorNode, Node, PropertyInfo, System } from '../ir/system.js';

export interface CellUse {
  /** Stores to these are delayed. */
  readonly buffered: ReadonlySet<number>;
  /** Those of them that more than one process touches. */
  readonly shared: ReadonlySet<number>;
  /** By process: the cells that it reads, and that nobody else writes: it always knows what it will read. Ascending. */
  readonly own: readonly (readonly number[])[];
}

export function cellUse(system: System): CellUse {
  const readers = system.cells.map(() => new Set<number>());
  const writers = system.cells.map(() => new Set<number>());
  system.processes.forEach(({ points }, process) => {
    const visit = (node: Node): void => {
      switch (node.kind) {
        case 'test':
          readers[node.cell]!.add(process);
          for (const branch of node.branches) visit(branch.node);
          return;
        case 'choose':
          for (const one of node.nodes) visit(one);
          return;
        case 'leaf':
          for (const { cell } of node.writes) writers[cell]!.add(process);
          return;
        case 'failure':
        case 'blocked':
          return;
      }
    };
    for (const { step } of points) if (step !== null) visit(step);
  });
  const written = system.cells.flatMap((_, cell) => (writers[cell]!.size > 0 ? [cell] : []));
  const isOwn = (cell: number, process: number): boolean =>
    readers[cell]!.has(process) && writers[cell]!.size === 1 && writers[cell]!.has(process);
  const shared = written.filter((cell) => new Set([...readers[cell]!, ...writers[cell]!]).size > 1);
  const compared = comparedCells(system);
  return {
    buffered: new Set([...shared, ...written.filter((cell) => compared.has(cell))]),
    shared: new Set(shared),
    own: system.processes.map((_, process) => written.filter((cell) => isOwn(cell, process))),
  };
}

/** Those that a check on states, or what a liveness property says as a whole, reads beside others. */
function comparedCells({ invariants, properties }: System): ReadonlySet<number> {
  const together = [
    ...invariants.map(({ node }) => cellsRead([node])),
    ...properties.map((property) => cellsRead(conditionsOf(property))),
  ];
  return new Set(together.filter(({ size }) => size > 1).flatMap((cells) => [...cells]));
}

function conditionsOf(property: PropertyInfo): readonly Condition[] {
  if (property.kind !== 'liveness') return [];
  const goals = property.goals.flatMap(({ from, to }) => (from === null ? [to] : [from, to]));
  return [...goals, ...property.assumptions];
}

function cellsRead(nodes: readonly (MonitorNode | Condition)[]): ReadonlySet<number> {
  const read = new Set<number>();
  const visit = (node: MonitorNode | Condition): void => {
    if (node.kind !== 'test') return;
    read.add(node.cell);
    for (const branch of node.branches) visit(branch.node);
  };
  for (const node of nodes) visit(node);
  return read;
}
