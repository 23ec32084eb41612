/**
 * What generated code offers to a search in JavaScript: the moves of a process from a packed state, one after the other,
 * without an allocation.
 */
import { type Signal, signalKinds } from './system.js';

export interface Stepper {
  /** Of a state; what each bit means is told by the `Layout` that the stepper was made with. */
  readonly words: number;
  readonly initial: Uint32Array;
  /** Calls `visit` for each enabled move of one process in the state at `offset`, in the order of its decision tree. */
  readonly moves: (process: number, state: Uint32Array, offset: number, visit: Visit) => void;
  /** The numbers of the signals that `System.invariants` give in the state. Reused by the next call. */
  readonly invariants: (state: Uint32Array, offset: number) => readonly number[];
  /** As `invariants`, for `System.atEnd`. The caller knows that no process can move. */
  readonly atEnd: (state: Uint32Array, offset: number) => readonly number[];
  /** Whether every process has ended: a state without moves is a deadlock where this does not hold. */
  readonly hasEnded: (state: Uint32Array, offset: number) => boolean;
}

/**
 * One enabled move. `next` is the state after it, monitors included, or null where the step fails; `signals` are the
 * numbers of the signals of its monitors, in their order. Both are reused: copy what has to stay, and ask for no other
 * moves before that.
 */
export type Visit = (
  process: number,
  edge: number,
  next: Uint32Array | null,
  signals: readonly number[],
) => void;

/** Signals as numbers: property by property, and for each its kinds in the order of `signalKinds`. */
export function signalNumber({ property, kind }: Signal): number {
  return property * signalKinds.length + signalKinds.indexOf(kind);
}

export function signalOf(number: number): Signal {
  const kind = signalKinds[number % signalKinds.length]!;
  return { property: Math.floor(number / signalKinds.length), kind };
}
