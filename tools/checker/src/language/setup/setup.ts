/**
 * Runs the code that builds a system: module constants, a scenario's `build`, a property's `monitor`.
 *
 * This is a small evaluator for the set-up half of the language. It needs no compiled model beside the source, so that
 * what is explored is what is written, and the shared objects that it creates are known one by one.
 */
import type { BindingPattern } from 'oxc-parser';
import { stop } from '../problems.js';
import { type Program, resolveValue } from '../program/program.js';
import type { Declared, Source, Span } from '../program/source.js';
import type { Cell, FunctionValue, Scope, Value } from '../value.js';
import { evaluate } from './expression.js';
import type { Store } from './shared-object.js';
import { runFunctionBody } from './statement.js';

/** One build of one system. */
export interface Setup {
  readonly program: Program;
  readonly store: Store;
  /** Module constants that have been evaluated. */
  readonly constants: Map<Declared, Value>;
  /** The same, by the modules and names under which they were asked for. */
  readonly names: Map<Source, Map<string, Value>>;
  /** The names of the observations that have been declared. */
  readonly observations: Set<string>;
  /** Module constants that are being evaluated: meeting one again is a cycle. */
  readonly active: Set<Declared>;
  /** Calls that are active, as a guard against endless recursion. */
  depth: number;
  /** Iterations left for all loops of the set-up together. */
  fuel: number;
}

const mostIterations = 1_000_000;
const mostCalls = 500;

export function newSetup(program: Program): Setup {
  return {
    program,
    store: { objects: [], cells: [], property: null, sealed: false },
    constants: new Map(),
    names: new Map(),
    observations: new Set(),
    active: new Set(),
    depth: 0,
    fuel: mostIterations,
  };
}

/** The value of a name at the top level of a module. */
export function moduleValue(setup: Setup, source: Source, name: string, span: Span): Value {
  let names = setup.names.get(source);
  if (names === undefined) {
    names = new Map();
    setup.names.set(source, names);
  }
  const known = names.get(name);
  if (known !== undefined) return known;
  const resolved = resolveValue(setup.program, source, name);
  if (resolved === null) return stop('model/unknown-name', source, span, name);
  const value: Value =
    resolved.kind === 'word'
      ? { kind: 'word', name: resolved.name }
      : declaredValue(setup, resolved.source, resolved.declared);
  names.set(name, value);
  return value;
}

export function declaredValue(setup: Setup, source: Source, declared: Declared): Value {
  const known = setup.constants.get(declared);
  if (known !== undefined) return known;
  const scope: Scope = { source, names: new Map(), parent: null };
  if (declared.kind === 'function') {
    const value: Value = { kind: 'function', name: declared.name, node: declared.node, source, scope };
    setup.constants.set(declared, value);
    return value;
  }
  if (setup.active.has(declared))
    return stop('model/setup-failed', source, declared.span, `${declared.name} needs itself`);
  setup.active.add(declared);
  const value = named(evaluate(setup, scope, declared.init), declared.name);
  setup.active.delete(declared);
  setup.constants.set(declared, value);
  return value;
}

/** Calls a function of the model with values, while the system is built. */
export function callFunction(
  setup: Setup,
  callee: FunctionValue,
  args: readonly Value[],
  source: Source,
  span: Span,
): Value {
  if (setup.depth >= mostCalls)
    return stop('model/setup-failed', source, span, `more than ${mostCalls} calls are active`);
  setup.depth++;
  const scope: Scope = { source: callee.source, names: new Map(), parent: callee.scope };
  const { node } = callee;
  if (node.async || node.generator)
    return stop('model/unsupported', callee.source, node, node.async ? 'async function' : 'generator');
  for (const [index, param] of node.params.entries()) {
    if (param.type === 'RestElement' || param.type === 'TSParameterProperty')
      return stop('model/unsupported', callee.source, param, 'rest parameter');
    bind(setup, scope, param, args[index], false);
  }
  const body = node.body;
  const result =
    body === null
      ? undefined
      : body.type === 'BlockStatement'
        ? runFunctionBody(setup, scope, body)
        : evaluate(setup, scope, body);
  setup.depth--;
  return result;
}

/** Declares the names of a pattern in a scope. */
export function bind(
  setup: Setup,
  scope: Scope,
  pattern: BindingPattern,
  value: Value,
  constant: boolean,
): void {
  switch (pattern.type) {
    case 'Identifier':
      scope.names.set(pattern.name, { constant, value });
      return;
    case 'AssignmentPattern':
      bind(
        setup,
        scope,
        pattern.left,
        value === undefined ? evaluate(setup, scope, pattern.right) : value,
        constant,
      );
      return;
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'RestElement' || property.computed || property.key.type !== 'Identifier')
          stop('model/unsupported', scope.source, property, 'pattern of this form');
        bind(
          setup,
          scope,
          property.value,
          fieldOf(value, property.key.name, scope.source, property),
          constant,
        );
      }
      return;
    case 'ArrayPattern':
      for (const [index, element] of pattern.elements.entries()) {
        if (element === null) continue;
        if (element.type === 'RestElement')
          stop('model/unsupported', scope.source, element, 'pattern of this form');
        bind(setup, scope, element, fieldOf(value, index, scope.source, element), constant);
      }
  }
}

/** The current value of a field or element, as set-up code sees it. */
export function fieldOf(value: Value, key: string | number, source: Source, span: Span): Value {
  if (typeof value === 'object' && value !== null) {
    if (value.kind === 'shared' || value.kind === 'object') {
      const entries: ReadonlyMap<string, Value | Cell> =
        value.kind === 'shared' ? value.fields : value.entries;
      if (!entries.has(String(key))) {
        if (value.kind === 'object') return undefined;
        return stop('model/no-such-field', source, span, String(key), value.type.name);
      }
      const found = entries.get(String(key));
      return typeof found === 'object' && found?.kind === 'cell' ? found.initial : found;
    }
    if (value.kind === 'array' || value.kind === 'cell-array') {
      const length = value.kind === 'array' ? value.items.length : value.cells.length;
      if (key === 'length') return length;
      if (typeof key === 'number') {
        if (!Number.isInteger(key) || key < 0 || key >= length)
          return stop('model/no-such-element', source, span, String(key), String(length));
        return value.kind === 'array' ? value.items[key] : value.cells[key]?.initial;
      }
      if (value.kind === 'array') return { kind: 'method', name: key, array: value };
    }
    if (value.kind === 'word') return { kind: 'word', name: `${value.name}.${key}` };
  }
  return stop('model/no-such-field', source, span, String(key), describe(value));
}

function describe(value: Value): string {
  if (value === null || value === undefined) return String(value);
  return typeof value === 'object' ? `a value of kind ${value.kind}` : `a ${typeof value}`;
}

/** Gives an anonymous function the name of the constant that holds it. */
function named(value: Value, name: string): Value {
  if (typeof value === 'object' && value?.kind === 'function' && value.name === '') return { ...value, name };
  return value;
}
