/** Expressions of process code, in evaluation order; each gives the slot that holds its value. */
import type { AssignmentExpression, Expression, UpdateExpression } from 'oxc-parser';
import { binaryOperators } from '../operators.js';
import { resolveValue } from '../program/program.js';
import { statementName } from '../setup/statement.js';
import type { Value } from '../value.js';
import { lowerCall, writeMarkOf } from './call.js';
import type { Order, Slot } from './code.js';
import {
  emit,
  emitConstant,
  findLocal,
  here,
  type Lowering,
  newSlot,
  patch,
  report,
  reportValue,
} from './lowering.js';

export function lowerExpression(lowering: Lowering, node: Expression): Slot {
  switch (node.type) {
    case 'Literal':
      if ('regex' in node || 'bigint' in node)
        return reportValue(lowering, 'model/unsupported', node, 'literal of this kind');
      return emitConstant(lowering, node, node.value as Value);
    case 'Identifier':
      return lowerName(lowering, node);
    case 'ConditionalExpression':
      return lowerConditional(lowering, node);
    case 'LogicalExpression':
      return lowerLogical(lowering, node);
    case 'BinaryExpression':
      if (node.operator === '==' || node.operator === '!=')
        return reportValue(lowering, 'model/loose-equality', node, node.operator);
      if (node.left.type === 'PrivateIdentifier' || !binaryOperators.has(node.operator))
        return reportValue(lowering, 'model/unsupported', node, `operator ${node.operator} in process code`);
      return lowerBinary(lowering, node, node.operator, lowerExpression(lowering, node.left), node.right);
    case 'UnaryExpression': {
      if (!['!', '-', '+', '~'].includes(node.operator))
        return reportValue(lowering, 'model/unsupported', node, `operator ${node.operator} in process code`);
      const operand = lowerExpression(lowering, node.argument);
      const to = newSlot(lowering);
      emit(lowering, node, { kind: 'unary', to, operator: node.operator, operand });
      return to;
    }
    case 'MemberExpression':
      return lowerGet(lowering, node, 'once');
    case 'CallExpression':
      return lowerCall(lowering, node);
    case 'AssignmentExpression':
      return lowerAssignment(lowering, node);
    case 'UpdateExpression':
      return lowerUpdate(lowering, node);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return lowerExpression(lowering, node.expression);
    case 'ChainExpression':
      return reportValue(lowering, 'model/optional-chain', node);
    case 'ObjectExpression':
      return reportValue(lowering, 'model/literal-in-process', node, 'object literal');
    case 'ArrayExpression':
      return reportValue(lowering, 'model/literal-in-process', node, 'array literal');
    case 'NewExpression':
      return reportValue(lowering, 'model/literal-in-process', node, 'new');
    case 'TemplateLiteral':
      return reportValue(lowering, 'model/template-in-process', node);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return reportValue(lowering, 'model/closure-in-process', node);
    default:
      return reportValue(lowering, 'model/unsupported', node, `${statementName(node)} in process code`);
  }
}

function lowerName(lowering: Lowering, node: Expression & { type: 'Identifier' }): Slot {
  const local = findLocal(lowering, node.name);
  if (local !== null) {
    if (local.constant) return local.slot;
    // The value at this moment: what is evaluated after it may change the local.
    const copy = newSlot(lowering);
    emit(lowering, node, { kind: 'copy', to: copy, from: local.slot });
    return copy;
  }
  if (node.name === 'undefined') return emitConstant(lowering, node, undefined);
  if (resolveValue(lowering.program, lowering.source, node.name)?.kind === 'word')
    return reportValue(lowering, 'model/word-as-value', node, node.name);
  const to = newSlot(lowering);
  emit(lowering, node, { kind: 'name', to, name: node.name });
  return to;
}

/** Lowers `object.key` as a read of the given order. */
export function lowerGet(
  lowering: Lowering,
  node: Expression & { type: 'MemberExpression' },
  order: Order,
): Slot {
  const place = lowerPlace(lowering, node);
  const to = newSlot(lowering);
  emit(lowering, node, { kind: 'get', to, ...place, order });
  return to;
}

function lowerPlace(
  lowering: Lowering,
  node: Expression & { type: 'MemberExpression' },
): { readonly object: Slot; readonly key: Slot } {
  const object =
    node.object.type === 'Super'
      ? reportValue(lowering, 'model/unsupported', node, 'super')
      : lowerExpression(lowering, node.object);
  const key = node.computed
    ? lowerExpression(lowering, node.property as Expression)
    : emitConstant(lowering, node.property, node.property.name);
  return { object, key };
}

function lowerBinary(
  lowering: Lowering,
  node: Expression,
  operator: string,
  left: Slot,
  rightNode: Expression,
): Slot {
  const right = lowerExpression(lowering, rightNode);
  const to = newSlot(lowering);
  emit(lowering, node, { kind: 'binary', to, operator, left, right });
  return to;
}

function lowerConditional(lowering: Lowering, node: Expression & { type: 'ConditionalExpression' }): Slot {
  const to = newSlot(lowering);
  const branch = emit(lowering, node.test, {
    kind: 'branch',
    condition: lowerExpression(lowering, node.test),
    yes: 0,
    no: 0,
  });
  patch(lowering, branch, { yes: here(lowering) });
  emit(lowering, node, { kind: 'copy', to, from: lowerExpression(lowering, node.consequent) });
  const jump = emit(lowering, node, { kind: 'jump', target: 0 });
  patch(lowering, branch, { no: here(lowering) });
  emit(lowering, node, { kind: 'copy', to, from: lowerExpression(lowering, node.alternate) });
  patch(lowering, jump, { target: here(lowering) });
  return to;
}

function lowerLogical(lowering: Lowering, node: Expression & { type: 'LogicalExpression' }): Slot {
  const to = newSlot(lowering);
  emit(lowering, node, { kind: 'copy', to, from: lowerExpression(lowering, node.left) });
  const condition = node.operator === '??' ? lowerIsNullish(lowering, node, to) : to;
  const branch = emit(lowering, node, { kind: 'branch', condition, yes: 0, no: 0 });
  const more = here(lowering);
  emit(lowering, node, { kind: 'copy', to, from: lowerExpression(lowering, node.right) });
  const done = here(lowering);
  patch(lowering, branch, node.operator === '||' ? { yes: done, no: more } : { yes: more, no: done });
  return to;
}

function lowerIsNullish(lowering: Lowering, node: Expression, value: Slot): Slot {
  const result = newSlot(lowering);
  const nothing = emitConstant(lowering, node, null);
  emit(lowering, node, { kind: 'binary', to: result, operator: '===', left: value, right: nothing });
  const branch = emit(lowering, node, { kind: 'branch', condition: result, yes: 0, no: 0 });
  patch(lowering, branch, { no: here(lowering) });
  const missing = emitConstant(lowering, node, undefined);
  emit(lowering, node, { kind: 'binary', to: result, operator: '===', left: value, right: missing });
  patch(lowering, branch, { yes: here(lowering) });
  return result;
}

function lowerAssignment(lowering: Lowering, node: AssignmentExpression): Slot {
  if (node.operator !== '=' && !binaryOperators.has(node.operator.slice(0, -1)))
    return reportValue(lowering, 'model/unsupported', node, `operator ${node.operator} in process code`);
  const target = bare(node.left as Expression);
  if (target.type === 'Identifier') {
    const local = assignable(lowering, target);
    if (local === null) return lowerExpression(lowering, node.right);
    const from =
      node.operator === '='
        ? lowerExpression(lowering, node.right)
        : lowerBinary(lowering, node, node.operator.slice(0, -1), lowerName(lowering, target), node.right);
    emit(lowering, node, { kind: 'copy', to: local, from });
    return from;
  }
  if (target.type !== 'MemberExpression')
    return reportValue(lowering, 'model/destructuring-in-process', target);
  const place = lowerPlace(lowering, target);
  if (node.operator === '=') {
    const { order, value } = writeMarkOf(lowering, node.right);
    const from = lowerExpression(lowering, value);
    emit(lowering, node, { kind: 'set', ...place, from, order });
    return from;
  }
  const old = newSlot(lowering);
  emit(lowering, target, { kind: 'get', to: old, ...place, order: 'once' });
  const from = lowerBinary(lowering, node, node.operator.slice(0, -1), old, node.right);
  emit(lowering, node, { kind: 'set', ...place, from, order: 'once' });
  return from;
}

function lowerUpdate(lowering: Lowering, node: UpdateExpression): Slot {
  const target = bare(node.argument as Expression);
  const operator = node.operator === '++' ? '+' : '-';
  const one = emitConstant(lowering, node, 1);
  const old = newSlot(lowering);
  const changed = newSlot(lowering);
  if (target.type === 'Identifier') {
    const local = assignable(lowering, target);
    if (local === null) return one;
    emit(lowering, node, { kind: 'copy', to: old, from: local });
    emit(lowering, node, { kind: 'binary', to: changed, operator, left: old, right: one });
    emit(lowering, node, { kind: 'copy', to: local, from: changed });
  } else if (target.type === 'MemberExpression') {
    const place = lowerPlace(lowering, target);
    emit(lowering, target, { kind: 'get', to: old, ...place, order: 'once' });
    emit(lowering, node, { kind: 'binary', to: changed, operator, left: old, right: one });
    emit(lowering, node, { kind: 'set', ...place, from: changed, order: 'once' });
  }
  return node.prefix ? changed : old;
}

function assignable(lowering: Lowering, node: Expression & { type: 'Identifier' }): Slot | null {
  const local = findLocal(lowering, node.name);
  if (local === null || local.constant) {
    report(lowering, 'model/constant-write', node, node.name);
    return null;
  }
  return local.slot;
}

/** The expression under `as`, `satisfies`, `!` and type assertions. */
export function bare(node: Expression): Expression {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return bare(node.expression);
    default:
      return node;
  }
}
