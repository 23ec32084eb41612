/**
 * Which cells a delayed store can make a difference to: those that some process reads and another process touches. All
 * others are written through, and cost nothing.
 *
 * A cell that only its own process and properties look at is so written in the order of the source, and so is one that no
 * process reads at all. That is what a property means by its value: `data.freed` is true from the free on, however long a
 * store may take.
 */
import type { Node, System } from '../ir/system.js';

/** Ascending. */
export function bufferedCells(system: System): ReadonlySet<number> {
  const readers = new Map<number, Set<number>>();
  const writers = new Map<number, Set<number>>();
  const note = (users: Map<number, Set<number>>, cell: number, process: number): void => {
    const known = users.get(cell);
    if (known === undefined) users.set(cell, new Set([process]));
    else known.add(process);
  };
  system.processes.forEach(({ points }, process) => {
    const visit = (node: Node): void => {
      switch (node.kind) {
        case 'test':
          note(readers, node.cell, process);
          for (const branch of node.branches) visit(branch.node);
          return;
        case 'choose':
          for (const one of node.nodes) visit(one);
          return;
        case 'leaf':
          for (const { cell } of node.writes) note(writers, cell, process);
          return;
        case 'failure':
        case 'blocked':
          return;
      }
    };
    for (const { step } of points) if (step !== null) visit(step);
  });
  const cells = [...writers].filter(([cell, writing]) => {
    const reading = readers.get(cell) ?? new Set();
    return reading.size > 0 && new Set([...reading, ...writing]).size > 1;
  });
  return new Set(cells.map(([cell]) => cell).sort((a, b) => a - b));
}
