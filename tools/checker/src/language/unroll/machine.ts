/**
 * One process in the middle of one step: its active functions, and what the step has read and written so far.
 *
 * `advance` runs it until something happens that the caller must decide: a cell whose value is not known (the caller
 * forks, one machine for each value), a choice, or the next boundary. Forking is the whole of the unrolling: there is no
 * symbolic execution, since every domain is finite.
 */

import type { Code, Slot } from '../lower/code.js';
import type { Callable, Source, Span } from '../program/source.js';
import type { Cell, Scope, Value } from '../value.js';

export interface Frame {
  readonly code: Code;
  readonly node: Callable;
  readonly scope: Scope;
  readonly slots: Value[];
  /** Index of the next instruction. */
  at: number;
  /** The caller's slot for the result. */
  readonly to: Slot | null;
}

export interface Observed {
  readonly name: string;
  readonly args: readonly Value[];
}

export interface Machine {
  /** Outermost first; empty when the process has ended. */
  readonly frames: Frame[];
  /**
   * A handler of a property runs within another process's step, a check and a condition on a whole state: no access of
   * these is a boundary, a check does not write, and a condition gives no signal either.
   */
  readonly mode: 'process' | 'handler' | 'check' | 'condition';
  /** What the outermost function has returned. */
  result: Value;
  /** How many `atomic` are open. */
  atomic: number;
  /** Whether the step has had its access: the next one is a boundary. */
  acted: boolean;
  /** What the step knows of cells from before it. */
  readonly known: Map<Cell, Value>;
  readonly writes: Map<Cell, Value>;
  readonly observed: Observed[];
  /** Where the step has made a choice: coming to the same place again means a loop without a step. */
  readonly choices: Set<string>;
  readonly signals: Set<'violated' | 'applies' | 'excepted' | 'witnessed'>;
}

/** Why `advance` came back. */
export type Happening =
  /** Before an access that belongs to the next step. */
  | { readonly kind: 'boundary' }
  | { readonly kind: 'ended' }
  /** The machine stands before an instruction that needs this cell's value in `known`. */
  | { readonly kind: 'unknown'; readonly cell: Cell }
  /** The machine stands behind the choice; the value goes into the slot of the innermost frame. */
  | { readonly kind: 'choice'; readonly to: Slot; readonly values: readonly Value[] }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'failed'; readonly message: string; readonly source: Source; readonly span: Span };

export function newMachine(mode: Machine['mode'], frames: Frame[]): Machine {
  return {
    frames,
    mode,
    result: undefined,
    atomic: mode === 'process' ? 0 : 1,
    acted: false,
    known: new Map(),
    writes: new Map(),
    observed: [],
    choices: new Set(),
    signals: new Set(),
  };
}

/** Only the innermost frame is ever written to (`leaveFrame` sees to that), so the others are shared. */
export function cloneMachine(machine: Machine): Machine {
  const frames = [...machine.frames];
  const top = frames.pop();
  if (top !== undefined) frames.push(cloneFrame(top));
  return {
    ...machine,
    frames,
    known: new Map(machine.known),
    writes: new Map(machine.writes),
    observed: [...machine.observed],
    choices: new Set(machine.choices),
    signals: new Set(machine.signals),
  };
}

function cloneFrame(frame: Frame): Frame {
  return { ...frame, slots: [...frame.slots] };
}

/** Returns from the innermost function: its caller, now the innermost, becomes this machine's own. */
export function leaveFrame(machine: Machine, value: Value): void {
  const left = machine.frames.pop();
  const caller = machine.frames.pop();
  if (caller === undefined) {
    machine.result = value;
    return;
  }
  const own = cloneFrame(caller);
  if (left !== undefined && left.to !== null) own.slots[left.to] = value;
  machine.frames.push(own);
}

/** A machine at the same place whose next step has not begun. */
export function atBoundary(machine: Machine): Machine {
  return {
    ...cloneMachine({
      ...machine,
      known: new Map(),
      writes: new Map(),
      observed: [],
      choices: new Set(),
      signals: new Set(),
    }),
    acted: false,
  };
}

/** The frame of a call. Missing arguments are `undefined`. */
export function newFrame(
  code: Code,
  node: Callable,
  scope: Scope,
  args: readonly Value[],
  to: Slot | null,
): Frame {
  const slots: Value[] = new Array(code.slots).fill(undefined);
  for (let index = 0; index < code.params; index++) slots[index] = args[index];
  return { code, node, scope, slots, at: 0, to };
}
