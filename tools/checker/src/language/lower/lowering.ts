/** The state of lowering one function: where instructions are collected, and which names are locals. */
import type { Diagnostic } from '@quiesce/contract';
import { type ProblemCode, problem } from '../problems.js';
import type { Program } from '../program/program.js';
import type { Source, Span } from '../program/source.js';
import type { Value } from '../value.js';
import type { Instruction, Operation, Slot } from './code.js';

/** Distributes over the union, which `Omit` does not. */
type Patch = { -readonly [K in keyof Operation]?: unknown } & Record<string, unknown>;

export interface Local {
  readonly slot: Slot;
  readonly constant: boolean;
}

/** Where `break`, `continue` or `return` lead; the jumps are patched when the place is known. */
export interface Exit {
  readonly kind: 'loop' | 'switch' | 'atomic';
  readonly breaks: number[];
  readonly continues: number[];
  /** Where the value of an `atomic` goes. */
  readonly to: Slot | null;
}

export interface Lowering {
  readonly program: Program;
  readonly source: Source;
  readonly instructions: Instruction[];
  readonly diagnostics: Diagnostic[];
  scopes: Map<string, Local>[];
  readonly exits: Exit[];
  slots: number;
}

export function newSlot(lowering: Lowering): Slot {
  return lowering.slots++;
}

/** Appends an instruction and gives its index. */
export function emit(lowering: Lowering, span: Span, operation: Operation): number {
  lowering.instructions.push({ ...operation, span });
  return lowering.instructions.length - 1;
}

/** Where the next instruction will stand. */
export function here(lowering: Lowering): number {
  return lowering.instructions.length;
}

/** Sets the targets of a jump or branch that was emitted before they were known. */
export function patch(lowering: Lowering, index: number, change: Patch): void {
  const instruction = lowering.instructions[index];
  if (instruction !== undefined) lowering.instructions[index] = { ...instruction, ...change } as Instruction;
}

export function emitConstant(lowering: Lowering, span: Span, value: Value): Slot {
  const to = newSlot(lowering);
  emit(lowering, span, { kind: 'constant', to, value });
  return to;
}

/** Reports a problem and goes on, so that one run names all of them. */
export function report(lowering: Lowering, code: ProblemCode, span: Span, ...names: readonly string[]): void {
  lowering.diagnostics.push(problem(code, lowering.source, span, ...names));
}

/** Reports a problem where a value is wanted: lowering goes on with `undefined`. */
export function reportValue(
  lowering: Lowering,
  code: ProblemCode,
  span: Span,
  ...names: readonly string[]
): Slot {
  report(lowering, code, span, ...names);
  return emitConstant(lowering, span, undefined);
}

export function declareLocal(lowering: Lowering, name: string, constant: boolean): Slot {
  const slot = newSlot(lowering);
  lowering.scopes.at(-1)?.set(name, { slot, constant });
  return slot;
}

export function findLocal(lowering: Lowering, name: string): Local | null {
  for (let index = lowering.scopes.length - 1; index >= 0; index--) {
    const found = lowering.scopes[index]?.get(name);
    if (found !== undefined) return found;
  }
  return null;
}

/** Lowers something in a block scope of its own. */
export function inScope(lowering: Lowering, body: () => void): void {
  lowering.scopes.push(new Map());
  body();
  lowering.scopes.pop();
}
