/**
 * Which cells a delayed store can make a difference to: those that are written, and that more than one process touches. All
 * others are written through, and cost nothing.
 *
 * A cell that only its own process and properties look at is so written in the order of the source. That is what a
 * property means by its value: `data.freed` is true from the free on, however long a store may take.
 */
import type { Node, System } from '../ir/system.js';

export function bufferedCells(system: System): ReadonlySet<number> {
  const users = new Map<number, Set<number>>();
  const written = new Set<number>();
  const use = (cell: number, process: number): void => {
    const known = users.get(cell);
    if (known === undefined) users.set(cell, new Set([process]));
    else known.add(process);
  };
  system.processes.forEach(({ points }, process) => {
    const visit = (node: Node): void => {
      switch (node.kind) {
        case 'test':
          use(node.cell, process);
          for (const branch of node.branches) visit(branch.node);
          return;
        case 'choose':
          for (const one of node.nodes) visit(one);
          return;
        case 'leaf':
          for (const { cell } of node.writes) {
            use(cell, process);
            written.add(cell);
          }
          return;
        case 'failure':
        case 'blocked':
          return;
      }
    };
    for (const { step } of points) if (step !== null) visit(step);
  });
  return new Set([...written].filter((cell) => users.get(cell)!.size > 1));
}
