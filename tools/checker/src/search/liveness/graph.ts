/**
 * All states and all steps between them, as columns of numbers: what questions about infinite runs are asked of. The
 * search for states alone forgets the steps; here each costs five bytes, so the graph is only made where it is needed.
 *
 * States are expanded in the order in which they were found, so the steps of one state stand together: no list of
 * lists, two numbers tell where they begin and end.
 */
import type { StoppedBy } from '../engine.js';

export interface Graph {
  /** State 0 is the initial one; they are numbered breadth first. */
  readonly count: number;
  /** The steps of all states before this one are known; those of the others are left out. */
  readonly expanded: number;
  /** State `s` stands at `s * words`. */
  readonly arena: Uint32Array;
  readonly words: number;
  /** The steps from state `s` are `first[s]` to `first[s + 1] - 1`, by process. One entry more than there are states. */
  readonly first: Uint32Array;
  /** By step: the state that it leads to; `noState` where the model fails. */
  readonly target: Uint32Array;
  /** By step: who takes it. */
  readonly process: Uint8Array;
  readonly stoppedBy: StoppedBy;
}

export const noState = 0xffffffff;

/** Of a process's number, in `Graph.process`. */
export const mostProcesses = 256;

/** Whether a process has a step from a state, or fails there. */
export function isEnabledIn({ first, process }: Graph, state: number, mover: number): boolean {
  const end = first[state + 1]!;
  for (let step = first[state]!; step < end; step++) if (process[step] === mover) return true;
  return false;
}
