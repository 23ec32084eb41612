/** Where a goal is set and not reached: a run that stays in these states for ever is one that the property forbids. */
import type { Graph } from './graph.js';
import { noState } from './graph.js';

/** By state: 1 where the condition holds. */
export type Marks = Uint8Array;

/** A goal, with its conditions told for each state. */
export interface MarkedGoal {
  /** Null: the start sets the goal. */
  readonly from: Marks | null;
  readonly to: Marks;
}

/** Marks the states to which a run leads that has set the goal, and has not come to `to` since. */
export function pendingStates(graph: Graph, { from, to }: MarkedGoal): Marks {
  const { count, first, target } = graph;
  const pending = new Uint8Array(count);
  const open = new Uint32Array(count);
  let opened = 0;
  const enter = (state: number): void => {
    if (to[state] !== 0 || pending[state] !== 0) return;
    pending[state] = 1;
    open[opened++] = state;
  };
  if (from === null) enter(0);
  else for (let state = 0; state < count; state++) if (from[state] !== 0) enter(state);
  for (let next = 0; next < opened; next++) {
    const end = first[open[next]! + 1]!;
    for (let step = first[open[next]!]!; step < end; step++) {
      const state = target[step]!;
      if (state !== noState) enter(state);
    }
  }
  return pending;
}
