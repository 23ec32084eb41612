/**
 * A function of the process half of the language, lowered to instructions over numbered slots.
 *
 * Between the tree and the control points stands this flat form: a position in it, with the values of the slots that are
 * live there, is all that a process has to remember, so it can be compared and numbered.
 */
import type { Source, Span } from '../program/source.js';
import type { Value } from '../value.js';

export type Slot = number;

export interface Code {
  readonly name: string;
  readonly source: Source;
  /** How many slots are parameters; they come first. */
  readonly params: number;
  /** Parameters without a default value. */
  readonly required: number;
  readonly slots: number;
  readonly instructions: readonly Instruction[];
  /** For each instruction, the slots that are read at or after it before they are written. Ascending. */
  readonly live: readonly (readonly Slot[])[];
}

export type Instruction = { readonly span: Span } & Operation;

export type Order = 'once' | 'acquire' | 'release' | 'plain';

export type Operation =
  | { readonly kind: 'constant'; readonly to: Slot; readonly value: Value }
  | { readonly kind: 'copy'; readonly to: Slot; readonly from: Slot }
  /** A name from outside the function. */
  | { readonly kind: 'name'; readonly to: Slot; readonly name: string }
  | { readonly kind: 'unary'; readonly to: Slot; readonly operator: string; readonly operand: Slot }
  | {
      readonly kind: 'binary';
      readonly to: Slot;
      readonly operator: string;
      readonly left: Slot;
      readonly right: Slot;
    }
  | {
      readonly kind: 'get';
      readonly to: Slot;
      readonly object: Slot;
      readonly key: Slot;
      readonly order: Order;
    }
  | {
      readonly kind: 'set';
      readonly object: Slot;
      readonly key: Slot;
      readonly from: Slot;
      readonly order: Order;
    }
  | { readonly kind: 'jump'; readonly target: number }
  | { readonly kind: 'branch'; readonly condition: Slot; readonly yes: number; readonly no: number }
  | { readonly kind: 'call'; readonly to: Slot; readonly callee: Slot; readonly args: readonly Slot[] }
  | { readonly kind: 'return'; readonly from: Slot | null }
  | { readonly kind: 'atomic'; readonly word: 'atomic' | 'fairly' | 'when' }
  | { readonly kind: 'end-atomic' }
  /** Blocks the whole step where the condition does not hold. */
  | { readonly kind: 'guard'; readonly condition: Slot }
  | { readonly kind: 'choose'; readonly to: Slot; readonly alternatives: readonly Alternative[] }
  | { readonly kind: 'assert'; readonly condition: Slot; readonly message: Slot }
  | { readonly kind: 'lock' | 'unlock'; readonly lock: Slot }
  | {
      readonly kind: 'rmw';
      readonly word: ReadModifyWrite;
      readonly to: Slot;
      readonly object: Slot;
      readonly key: Slot;
      readonly args: readonly Slot[];
    }
  /** `on`: the name of the process on whose processor it is made; `null` for the own one. */
  | { readonly kind: 'fence'; readonly order: 'mb' | 'rmb' | 'wmb'; readonly on: Slot | null }
  | { readonly kind: 'step' }
  | { readonly kind: 'verdict'; readonly signal: 'violated' | 'applies' | 'excepted' | 'witnessed' };

export type ReadModifyWrite = 'xchg' | 'cmpxchg' | 'atomicInc' | 'atomicDecAndTest';

/** One argument of `choose`; a spread stands for each element of an array. */
export interface Alternative {
  readonly from: Slot;
  readonly spread: boolean;
}

/** Which slots an operation reads. */
export function readsOf(operation: Operation): readonly Slot[] {
  switch (operation.kind) {
    case 'constant':
    case 'name':
    case 'jump':
    case 'atomic':
    case 'end-atomic':
    case 'step':
    case 'verdict':
      return [];
    case 'fence':
      return operation.on === null ? [] : [operation.on];
    case 'copy':
      return [operation.from];
    case 'unary':
      return [operation.operand];
    case 'binary':
      return [operation.left, operation.right];
    case 'get':
      return [operation.object, operation.key];
    case 'set':
      return [operation.object, operation.key, operation.from];
    case 'branch':
    case 'guard':
      return [operation.condition];
    case 'call':
      return [operation.callee, ...operation.args];
    case 'return':
      return operation.from === null ? [] : [operation.from];
    case 'choose':
      return operation.alternatives.map((one) => one.from);
    case 'assert':
      return [operation.condition, operation.message];
    case 'lock':
    case 'unlock':
      return [operation.lock];
    case 'rmw':
      return [operation.object, operation.key, ...operation.args];
  }
}

/** Which slot an operation writes, or `null`. */
export function writeOf(operation: Operation): Slot | null {
  return 'to' in operation ? operation.to : null;
}

/** Where control can go from the instruction at `index`. */
export function successorsOf(operation: Operation, index: number): readonly number[] {
  switch (operation.kind) {
    case 'jump':
      return [operation.target];
    case 'branch':
      return [operation.yes, operation.no];
    case 'return':
      return [];
    default:
      return [index + 1];
  }
}
