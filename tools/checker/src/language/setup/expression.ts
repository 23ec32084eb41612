/** Expressions of set-up code. */
import type {
  Argument,
  AssignmentExpression,
  CallExpression,
  Expression,
  UpdateExpression,
} from 'oxc-parser';
import { applyBinary, applyUnary } from '../operators.js';
import { stop } from '../problems.js';
import { isTruthy, lookUp, type Scope, show, type Value } from '../value.js';
import { callGlobal, callMethod, callWord } from './call.js';
import { callFunction, fieldOf, moduleValue, type Setup } from './setup.js';
import { statementName } from './statement.js';

/** Evaluates an expression while the system is built; shared fields give their initial values. */
export function evaluate(setup: Setup, scope: Scope, node: Expression): Value {
  const { source } = scope;
  switch (node.type) {
    case 'Literal':
      if ('regex' in node || 'bigint' in node)
        return stop('model/unsupported', source, node, 'literal of this kind');
      return node.value as Value;
    case 'TemplateLiteral':
      return node.quasis
        .map((quasi, index) => {
          const hole = node.expressions[index];
          return (quasi.value.cooked ?? '') + (hole === undefined ? '' : show(evaluate(setup, scope, hole)));
        })
        .join('');
    case 'Identifier': {
      const variable = lookUp(scope, node.name);
      if (variable !== null) return variable.value;
      if (node.name === 'undefined') return undefined;
      return moduleValue(setup, source, node.name, node);
    }
    case 'ArrayExpression':
      return {
        kind: 'array',
        items: node.elements.flatMap((element) => {
          if (element === null) return stop('model/unsupported', source, node, 'hole in an array');
          return evaluateArgument(setup, scope, element);
        }),
      };
    case 'ObjectExpression':
      return objectOf(setup, scope, node);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return { kind: 'function', name: '', node, source, scope };
    case 'ConditionalExpression':
      return evaluate(
        setup,
        scope,
        isTruthy(evaluate(setup, scope, node.test)) ? node.consequent : node.alternate,
      );
    case 'LogicalExpression': {
      const left = evaluate(setup, scope, node.left);
      const settled =
        node.operator === '&&'
          ? !isTruthy(left)
          : node.operator === '||'
            ? isTruthy(left)
            : left !== null && left !== undefined;
      return settled ? left : evaluate(setup, scope, node.right);
    }
    case 'BinaryExpression': {
      if (node.operator === '==' || node.operator === '!=')
        return stop('model/loose-equality', source, node, node.operator);
      if (node.left.type === 'PrivateIdentifier')
        return stop('model/unsupported', source, node, 'private name');
      const result = applyBinary(
        node.operator,
        evaluate(setup, scope, node.left),
        evaluate(setup, scope, node.right),
      );
      return result === null
        ? stop('model/unsupported', source, node, `use of ${node.operator}`)
        : result.value;
    }
    case 'UnaryExpression': {
      const result = applyUnary(node.operator, evaluate(setup, scope, node.argument));
      return result === null
        ? stop('model/unsupported', source, node, `use of ${node.operator}`)
        : result.value;
    }
    case 'MemberExpression':
      return fieldOf(
        evaluate(setup, scope, node.object as Expression),
        keyOf(setup, scope, node),
        source,
        node,
      );
    case 'CallExpression':
      return call(setup, scope, node);
    case 'AssignmentExpression':
      return assign(setup, scope, node);
    case 'UpdateExpression':
      return update(setup, scope, node);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return evaluate(setup, scope, node.expression);
    case 'ChainExpression':
      return stop('model/optional-chain', source, node);
    default:
      return stop('model/unsupported', source, node, statementName(node));
  }
}

/** The values of an argument or element; a spread gives several. */
export function evaluateArgument(setup: Setup, scope: Scope, node: Argument): Value[] {
  if (node.type !== 'SpreadElement') return [evaluate(setup, scope, node)];
  const spread = evaluate(setup, scope, node.argument);
  if (typeof spread === 'object' && spread?.kind === 'array') return spread.items;
  return stop('model/unsupported', scope.source, node, 'spread of something that is not an array');
}

function objectOf(setup: Setup, scope: Scope, node: Expression & { type: 'ObjectExpression' }): Value {
  const entries = new Map<string, Value>();
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const spread = evaluate(setup, scope, property.argument);
      if (typeof spread !== 'object' || spread?.kind !== 'object')
        return stop(
          'model/unsupported',
          scope.source,
          property,
          'spread of something that is not a plain object',
        );
      for (const [key, value] of spread.entries) entries.set(key, value);
      continue;
    }
    if (property.kind !== 'init')
      return stop('model/unsupported', scope.source, property, 'getter or setter');
    const key =
      property.computed || property.key.type !== 'Identifier'
        ? show(evaluate(setup, scope, property.key as Expression))
        : property.key.name;
    const value = evaluate(setup, scope, property.value);
    const anonymous = typeof value === 'object' && value?.kind === 'function' && value.name === '';
    entries.set(key, anonymous ? { ...value, name: key } : value);
  }
  return { kind: 'object', entries };
}

function keyOf(setup: Setup, scope: Scope, node: Expression & { type: 'MemberExpression' }): string | number {
  if (!node.computed) return node.property.name;
  const key = evaluate(setup, scope, node.property as Expression);
  if (typeof key === 'string' || typeof key === 'number') return key;
  return stop('model/no-such-field', scope.source, node, show(key), 'the object');
}

function call(setup: Setup, scope: Scope, node: CallExpression): Value {
  if (node.callee.type === 'Super') return stop('model/unsupported', scope.source, node, 'super');
  const callee = evaluate(setup, scope, node.callee);
  if (typeof callee === 'object' && callee !== null) {
    if (callee.kind === 'word' && !callee.name.includes('.'))
      return callWord(setup, scope, node, callee.name);
    const args = node.arguments.flatMap((one) => evaluateArgument(setup, scope, one));
    if (callee.kind === 'word') return callGlobal(setup, scope, node, callee.name, args);
    if (callee.kind === 'function') return callFunction(setup, callee, args, scope.source, node);
    if (callee.kind === 'method') return callMethod(setup, scope, node, callee, args);
    if (callee.kind === 'observation')
      return stop(
        'model/word-misplaced',
        scope.source,
        node,
        `the observation ${callee.name}`,
        'set-up code',
      );
  }
  return stop('model/not-a-function', scope.source, node.callee, show(callee));
}

function assign(setup: Setup, scope: Scope, node: AssignmentExpression): Value {
  const right = evaluate(setup, scope, node.right);
  if (node.operator === '=') return store(setup, scope, node.left as Expression, right);
  const result = applyBinary(
    node.operator.slice(0, -1),
    evaluate(setup, scope, node.left as Expression),
    right,
  );
  if (result === null) return stop('model/unsupported', scope.source, node, `use of ${node.operator}`);
  return store(setup, scope, node.left as Expression, result.value);
}

function update(setup: Setup, scope: Scope, node: UpdateExpression): Value {
  const old = evaluate(setup, scope, node.argument as Expression);
  if (typeof old !== 'number')
    return stop('model/unsupported', scope.source, node, `use of ${node.operator}`);
  const changed = node.operator === '++' ? old + 1 : old - 1;
  store(setup, scope, node.argument as Expression, changed);
  return node.prefix ? changed : old;
}

function store(setup: Setup, scope: Scope, target: Expression, value: Value): Value {
  if (target.type === 'Identifier') {
    const variable = lookUp(scope, target.name);
    if (variable === null || variable.constant)
      return stop('model/constant-write', scope.source, target, target.name);
    variable.value = value;
    return value;
  }
  if (target.type === 'MemberExpression') {
    const object = evaluate(setup, scope, target.object as Expression);
    const key = keyOf(setup, scope, target);
    if (typeof object === 'object' && object?.kind === 'shared') {
      const cell = object.fields.get(String(key));
      if (typeof cell !== 'object' || cell?.kind !== 'cell')
        return stop('model/readonly-write', scope.source, target, String(key));
      cell.initial = value;
      return value;
    }
    if (typeof object === 'object' && object?.kind === 'cell-array' && typeof key === 'number') {
      const cell = object.cells[key];
      if (cell === undefined)
        return stop('model/no-such-element', scope.source, target, String(key), String(object.cells.length));
      cell.initial = value;
      return value;
    }
    if (typeof object === 'object' && object?.kind === 'array' && typeof key === 'number') {
      object.items[key] = value;
      return value;
    }
    if (typeof object === 'object' && object?.kind === 'object') {
      object.entries.set(String(key), value);
      return value;
    }
  }
  return stop('model/unsupported', scope.source, target, 'target of an assignment');
}
