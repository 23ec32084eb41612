/** Calls of set-up code: the declaring words, and the methods of arrays. */
import type { CallExpression } from 'oxc-parser';
import { type ProblemCode, stop } from '../problems.js';
import {
  type ArrayValue,
  isComposite,
  isTruthy,
  type MethodValue,
  type Scope,
  show,
  type Value,
} from '../value.js';
import { evaluateArgument } from './expression.js';
import { callFunction, type Setup } from './setup.js';
import { newLockObject, newSharedObject, sharedTypeOf } from './shared-object.js';

/** Calls a word of the language, or `Array.from`, `Object.keys` and their like, where the system is built. */
export function callWord(setup: Setup, scope: Scope, node: CallExpression, word: string): Value {
  const { source } = scope;
  const args = node.arguments.flatMap((one) => evaluateArgument(setup, scope, one));
  const [first, second] = args;
  switch (word) {
    case 'shared': {
      const [type] = node.typeArguments?.params ?? [];
      if (type === undefined) return stop('model/shared-type-argument', source, node);
      if (!isComposite(first) || first.kind !== 'object')
        return stop('model/setup-failed', source, node, 'shared(...) takes an object literal');
      const shape = sharedTypeOf(setup.program, type, source);
      return newSharedObject(setup.program, setup.store, shape, first, source, node);
    }
    case 'newLock':
      return newLockObject(setup.store, source, node);
    case 'observation':
      if (typeof first !== 'string')
        return stop('model/setup-failed', source, node, 'observation(...) takes a name');
      if (setup.observations.has(first))
        return stop('model/duplicate-name', source, node, 'observation', first);
      setup.observations.add(first);
      return { kind: 'observation', name: first };
    case 'on':
      if (!isComposite(first) || first.kind !== 'observation' || !isFunction(second))
        return stop('model/setup-failed', source, node, 'on(...) takes an observation and a function');
      return handler('on', second, first.name);
    case 'always':
    case 'atEnd':
      if (!isFunction(first))
        return stop('model/setup-failed', source, node, `${word}(...) takes a function`);
      return handler(word === 'always' ? 'always' : 'at-end', first, null);
    case 'eventually':
    case 'assuming':
      if (!isFunction(first))
        return stop('model/setup-failed', source, node, `${word}(...) takes a function`);
      return handler(word, first, null);
    case 'leadsTo':
      if (!isFunction(first) || !isFunction(second))
        return stop('model/setup-failed', source, node, 'leadsTo(...) takes two functions');
      return {
        kind: 'object',
        entries: new Map<string, Value>([
          ['kind', 'leads-to'],
          ['from', first],
          ['body', second],
        ]),
      };
    case 'assert':
      if (!isTruthy(first)) return stop('model/setup-failed', source, node, show(second));
      return undefined;
    default:
      return stop('model/word-misplaced', source, node, word, 'set-up code');
  }
}

function handler(kind: string, body: Value, name: string | null): Value {
  const entries = new Map<string, Value>([
    ['kind', kind],
    ['body', body],
  ]);
  if (name !== null) entries.set('observation', name);
  return { kind: 'object', entries };
}

function isFunction(value: Value): boolean {
  return isComposite(value) && value.kind === 'function';
}

/** Calls a method of an array. */
export function callMethod(
  setup: Setup,
  scope: Scope,
  node: CallExpression,
  method: MethodValue,
  args: readonly Value[],
): Value {
  const { items } = method.array;
  const [first] = args;
  const fail = (code: ProblemCode, ...names: string[]): never => stop(code, scope.source, node, ...names);
  const apply = (value: Value, index: number): Value => {
    if (!isComposite(first) || first.kind !== 'function') return fail('model/not-a-function', show(first));
    return callFunction(setup, first, [value, index], scope.source, node);
  };
  switch (method.name) {
    case 'map':
      return array(items.map(apply));
    case 'filter':
      return array(items.filter((value, index) => isTruthy(apply(value, index))));
    case 'flatMap':
      return array(
        items.flatMap((value, index) => {
          const result = apply(value, index);
          return isComposite(result) && result.kind === 'array' ? result.items : [result];
        }),
      );
    case 'forEach':
      items.forEach(apply);
      return undefined;
    case 'find':
      return items.find((value, index) => isTruthy(apply(value, index)));
    case 'some':
      return items.some((value, index) => isTruthy(apply(value, index)));
    case 'every':
      return items.every((value, index) => isTruthy(apply(value, index)));
    case 'push':
      items.push(...args);
      return items.length;
    case 'concat':
      return array(args.reduce<Value[]>((all, one) => all.concat(itemsOf(one)), [...items]));
    case 'slice':
      return array(items.slice(...(args.filter((one) => typeof one === 'number') as number[])));
    case 'reverse':
    case 'toReversed':
      return array([...items].reverse());
    case 'join':
      return items.map(show).join(first === undefined ? ',' : show(first));
    default:
      return pureMethod(method, args) ?? fail('model/unsupported', `method ${method.name} of an array`);
  }
}

/** Methods that change nothing and call nothing: process code may use them too. `null` if it is none of these. */
export function pureMethod(method: MethodValue, args: readonly Value[]): Value {
  const [first] = args;
  switch (method.name) {
    case 'includes':
      return method.array.items.includes(first);
    case 'indexOf':
      return method.array.items.indexOf(first);
    case 'at':
      return typeof first === 'number' ? method.array.items.at(first) : undefined;
    default:
      return null;
  }
}

/** `Array.from({ length: n }, f)`, `Object.keys(o)` and their like. */
export function callGlobal(
  setup: Setup,
  scope: Scope,
  node: CallExpression,
  name: string,
  args: readonly Value[],
): Value {
  const [first, second] = args;
  if (name === 'Array.from' && isComposite(first)) {
    const length = first.kind === 'object' ? first.entries.get('length') : undefined;
    const items = typeof length === 'number' ? Array.from({ length }, () => undefined) : itemsOf(first);
    if (second === undefined) return array([...items]);
    return callMethod(setup, scope, node, { kind: 'method', name: 'map', array: array([...items]) }, [
      second,
    ]);
  }
  if (isComposite(first) && first.kind === 'object') {
    const { entries } = first;
    if (name === 'Object.keys') return array([...entries.keys()]);
    if (name === 'Object.values') return array([...entries.values()]);
    if (name === 'Object.entries') return array([...entries].map(([key, value]) => array([key, value])));
  }
  return stop('model/unsupported', scope.source, node, `call of ${name}`);
}

function array(items: Value[]): ArrayValue {
  return { kind: 'array', items };
}

function itemsOf(value: Value): Value[] {
  return isComposite(value) && value.kind === 'array' ? value.items : [value];
}
