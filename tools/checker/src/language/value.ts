/** What an expression of a model can be worth: before the system runs (set-up), and in the locals of a process. */
import type { TSType } from 'oxc-parser';
import type { Callable, Source, TypeDeclaration } from './program/source.js';

export type Value =
  | Primitive
  | SharedObject
  | CellArray
  | ObjectValue
  | ArrayValue
  | FunctionValue
  | ObservationValue
  | WordValue
  | MethodValue;

export type Primitive = number | string | boolean | null | undefined;

/** An object whose mutable fields are cells. */
export interface SharedObject {
  readonly kind: 'shared';
  readonly type: SharedType;
  readonly fields: ReadonlyMap<string, Value | Cell>;
  /** Its `readonly name`, or one made from its place; see `domain/naming.ts`. */
  name: string | null;
}

/** The interface of a shared object. */
export interface SharedType {
  readonly name: string;
  readonly source: Source;
  readonly declaration: TypeDeclaration;
}

/** A mutable array in a shared object: each element is a cell. */
export interface CellArray {
  readonly kind: 'cell-array';
  readonly cells: readonly Cell[];
}

/** A bounded variable while the system is built. */
export interface Cell {
  readonly kind: 'cell';
  /** Position among all cells of the system, in order of creation. */
  readonly index: number;
  readonly field: string;
  readonly type: TSType | 'boolean';
  readonly source: Source;
  /** The property that it belongs to, or `null` for state of the system. */
  readonly property: string | null;
  /** Set-up code can still change it. */
  initial: Value;
}

export interface ObjectValue {
  readonly kind: 'object';
  readonly entries: Map<string, Value>;
}

export interface ArrayValue {
  readonly kind: 'array';
  readonly items: Value[];
}

export interface FunctionValue {
  readonly kind: 'function';
  readonly name: string;
  readonly node: Callable;
  readonly source: Source;
  readonly scope: Scope;
}

export interface ObservationValue {
  readonly kind: 'observation';
  readonly name: string;
}

/** A word of the model language, or one of the few globals that set-up code may use. */
export interface WordValue {
  readonly kind: 'word';
  readonly name: string;
}

/** A method of an array, bound to it. */
export interface MethodValue {
  readonly kind: 'method';
  readonly name: string;
  readonly array: ArrayValue;
}

/** The names that a closure sees. `null` parent: the module. */
export interface Scope {
  readonly source: Source;
  readonly names: Map<string, Variable>;
  readonly parent: Scope | null;
}

export interface Variable {
  readonly constant: boolean;
  value: Value;
}

export function isComposite(value: Value): value is Exclude<Value, Primitive> {
  return typeof value === 'object' && value !== null;
}

export function isTruthy(value: Value): boolean {
  return isComposite(value) || Boolean(value);
}

/** For messages and for traces. */
export function show(value: Value): string {
  if (!isComposite(value)) return String(value);
  switch (value.kind) {
    case 'shared':
      return value.name ?? value.type.name;
    case 'function':
    case 'observation':
    case 'word':
    case 'method':
      return value.name;
    case 'array':
    case 'cell-array':
      return 'an array';
    case 'object': {
      const name = value.entries.get('name');
      return typeof name === 'string' ? name : 'an object';
    }
  }
}

/** The variable of that name, or `null` where the module has to be asked. */
export function lookUp(scope: Scope, name: string): Variable | null {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const found = at.names.get(name);
    if (found !== undefined) return found;
  }
  return null;
}
