/** What an engine of the explorer is given and gives back. */
import { edgeCount } from '../codegen/edges.js';
import type { Signal, System } from '../ir/system.js';

/** What an explorer does, without the words for it. */
export type Engine = (system: System, orders: Orders) => Explored;

/**
 * What is left out: nothing; steps that come to the same in another order (`reduction/reduction.ts`); and besides, states with a
 * single such step are gone through without being stored.
 */
export type ReductionName = 'none' | 'stubborn' | 'chains';

export interface Orders extends Bounds {
  readonly reduction: ReductionName;
}

/** Bounds with nothing left open. */
export interface Bounds {
  /** At least 1. */
  readonly maxStates: number;
  /** For states and table. The smallest table is never denied. */
  readonly maxBytes: number;
  readonly onProgress: (progress: Progress) => void;
}

export interface Progress {
  readonly states: number;
  readonly transitions: number;
  /** Steps from the initial state to the states that are asked for their successors now. */
  readonly depth: number;
  /** States that have not been asked for their successors. */
  readonly open: number;
}

/** The fields are described at `Exploration`. */
export interface Explored {
  readonly states: number;
  readonly transitions: number;
  readonly passed: number;
  readonly depth: number;
  readonly stoppedBy: StoppedBy;
  readonly ends: number;
  readonly deadlocks: number;
  readonly given: (signal: Signal) => boolean;
  readonly edgesTaken: readonly Uint8Array[];
  readonly bytesPerState: number;
}

/** The bound that was hit. */
export type StoppedBy = null | 'states' | 'memory';

/** Room for the flags of each process's edges. */
export function noEdges(system: System): readonly Uint8Array[] {
  return system.processes.map((process) => new Uint8Array(edgeCount(process)));
}

/** Passes on what is reported, but at most five times a second. */
export function seldom(onProgress: Bounds['onProgress']): (progress: () => Progress) => void {
  const intervalMs = 200;
  // `performance` would do as well, but Node takes 5 ms to load it.
  let last = Date.now();
  return (progress) => {
    const now = Date.now();
    if (now - last < intervalMs) return;
    last = now;
    onProgress(progress());
  };
}
