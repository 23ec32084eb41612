/**
 * Which cells a delayed store can make a difference to: those that are written, and that more than one process touches. All
 * others are written through, and cost nothing.
 *
 * A cell that only its own process and properties look at is so written in the order of the source. That is what a
 * property means by its value: `data.freed` is true from the free on, however long a store may take.
 */
import type { Node, System } from '../ir/system.js';

export interface CellUse {
  /** Stores to these are delayed. */
  readonly buffered: ReadonlySet<number>;
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
  return {
    buffered: new Set(written.filter((cell) => new Set([...readers[cell]!, ...writers[cell]!]).size > 1)),
    own: system.processes.map((_, process) => written.filter((cell) => isOwn(cell, process))),
  };
}
