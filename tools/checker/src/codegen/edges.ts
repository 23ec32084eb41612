/** Counts over decision trees that both code generators and the search need. */
import type { Failure, Node, Process, System } from '../ir/system.js';

/** How many edges a process has; they are numbered from 0. */
export function edgeCount(process: Process): number {
  return process.points.reduce((sum, { step }) => sum + (step === null ? 0 : edgesIn(step)), 0);
}

/** How many leaves and failures a tree has. */
function edgesIn(node: Node): number {
  switch (node.kind) {
    case 'test':
      return node.branches.reduce((sum, branch) => sum + edgesIn(branch.node), 0);
    case 'choose':
      return node.nodes.reduce((sum, one) => sum + edgesIn(one), 0);
    case 'leaf':
    case 'failure':
      return 1;
    case 'blocked':
      return 0;
  }
}

export function failuresOf(process: Process): readonly Failure[] {
  return process.points.flatMap(({ step }) => (step === null ? [] : failuresIn(step)));
}

/** No state has more successors than this. */
export function mostSuccessors(system: System): number {
  const ofProcess = ({ points }: Process) =>
    points.reduce((most, { step }) => Math.max(most, step === null ? 0 : mostLeaves(step)), 0);
  return system.processes.reduce((sum, process) => sum + ofProcess(process), 0);
}

/**
 * Cuts a process's points into runs of about `most` edges: engines do not optimise a function without bounds. Each
 * run is given by its first point; it goes up to the next.
 */
export function partsOf(process: Process, most: number): readonly number[] {
  const starts = [0];
  let edges = 0;
  process.points.forEach(({ step }, point) => {
    const here = step === null ? 0 : edgesIn(step);
    if (edges > 0 && here > 0 && edges + here > most) {
      starts.push(point);
      edges = 0;
    }
    edges += here;
  });
  return starts;
}

function failuresIn(node: Node): readonly Failure[] {
  switch (node.kind) {
    case 'test':
      return node.branches.flatMap((branch) => failuresIn(branch.node));
    case 'choose':
      return node.nodes.flatMap(failuresIn);
    case 'failure':
      return [node];
    case 'leaf':
    case 'blocked':
      return [];
  }
}

function mostLeaves(node: Node): number {
  switch (node.kind) {
    case 'test':
      return node.branches.reduce((most, branch) => Math.max(most, mostLeaves(branch.node)), 0);
    case 'choose':
      return node.nodes.reduce((sum, one) => sum + mostLeaves(one), 0);
    case 'leaf':
      return 1;
    case 'failure':
    case 'blocked':
      return 0;
  }
}
