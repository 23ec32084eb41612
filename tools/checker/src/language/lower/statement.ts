import type { Expression, Statement, VariableDeclaration } from 'oxc-parser';
import type { Span } from '../program/source.js';
import { statementName } from '../setup/statement.js';
import type { Slot } from './code.js';
import { lowerExpression } from './expression.js';
import {
  declareLocal,
  type Exit,
  emit,
  emitConstant,
  here,
  inScope,
  type Lowering,
  newSlot,
  patch,
  report,
} from './lowering.js';

/** Lowers one statement. */
export function lowerStatement(lowering: Lowering, node: Statement): void {
  switch (node.type) {
    case 'BlockStatement':
      inScope(lowering, () => {
        for (const statement of node.body) lowerStatement(lowering, statement);
      });
      return;
    case 'EmptyStatement':
      return;
    case 'ExpressionStatement':
      lowerExpression(lowering, node.expression);
      return;
    case 'VariableDeclaration':
      lowerDeclaration(lowering, node);
      return;
    case 'IfStatement':
      lowerIf(lowering, node);
      return;
    case 'WhileStatement':
      lowerLoop(lowering, node, node.body, { test: node.test, update: null, testFirst: true });
      return;
    case 'DoWhileStatement':
      lowerLoop(lowering, node, node.body, { test: node.test, update: null, testFirst: false });
      return;
    case 'ForStatement':
      inScope(lowering, () => {
        if (node.init?.type === 'VariableDeclaration') lowerDeclaration(lowering, node.init);
        else if (node.init) lowerExpression(lowering, node.init);
        lowerLoop(lowering, node, node.body, { test: node.test, update: node.update, testFirst: true });
      });
      return;
    case 'ForOfStatement':
      lowerForOf(lowering, node);
      return;
    case 'SwitchStatement':
      lowerSwitch(lowering, node);
      return;
    case 'BreakStatement':
    case 'ContinueStatement':
      lowerExit(lowering, node);
      return;
    case 'ReturnStatement':
      lowerReturn(lowering, node);
      return;
    case 'FunctionDeclaration':
      report(lowering, 'model/closure-in-process', node);
      return;
    default:
      report(lowering, 'model/unsupported', node, `${statementName(node)} in process code`);
  }
}

function lowerDeclaration(lowering: Lowering, node: VariableDeclaration): void {
  if (node.kind === 'var') report(lowering, 'model/var', node);
  for (const one of node.declarations) {
    if (one.id.type !== 'Identifier') {
      report(lowering, 'model/destructuring-in-process', one.id);
      continue;
    }
    const from =
      one.init === null ? emitConstant(lowering, one, undefined) : lowerExpression(lowering, one.init);
    const to = declareLocal(lowering, one.id.name, node.kind === 'const');
    emit(lowering, one, { kind: 'copy', to, from });
  }
}

function lowerIf(lowering: Lowering, node: Statement & { type: 'IfStatement' }): void {
  const branch = emit(lowering, node.test, {
    kind: 'branch',
    condition: lowerExpression(lowering, node.test),
    yes: 0,
    no: 0,
  });
  patch(lowering, branch, { yes: here(lowering) });
  inScope(lowering, () => lowerStatement(lowering, node.consequent));
  if (node.alternate === null) {
    patch(lowering, branch, { no: here(lowering) });
    return;
  }
  const { alternate } = node;
  const jump = emit(lowering, node, { kind: 'jump', target: 0 });
  patch(lowering, branch, { no: here(lowering) });
  inScope(lowering, () => lowerStatement(lowering, alternate));
  patch(lowering, jump, { target: here(lowering) });
}

interface LoopParts {
  readonly test: Expression | null;
  readonly update: Expression | null;
  readonly testFirst: boolean;
}

function lowerLoop(lowering: Lowering, span: Span, body: Statement, parts: LoopParts): void {
  const exit: Exit = { kind: 'loop', breaks: [], continues: [], to: null };
  const top = here(lowering);
  const condition = (): number | null =>
    parts.test === null
      ? null
      : emit(lowering, parts.test, {
          kind: 'branch',
          condition: lowerExpression(lowering, parts.test),
          yes: 0,
          no: 0,
        });
  const first = parts.testFirst ? condition() : null;
  if (first !== null) patch(lowering, first, { yes: here(lowering) });
  lowering.exits.push(exit);
  inScope(lowering, () => lowerStatement(lowering, body));
  lowering.exits.pop();
  for (const jump of exit.continues) patch(lowering, jump, { target: here(lowering) });
  if (parts.update !== null) lowerExpression(lowering, parts.update);
  const last = parts.testFirst ? null : condition();
  if (last === null) emit(lowering, span, { kind: 'jump', target: top });
  else patch(lowering, last, { yes: top, no: here(lowering) });
  if (first !== null) patch(lowering, first, { no: here(lowering) });
  for (const jump of exit.breaks) patch(lowering, jump, { target: here(lowering) });
}

/** An index runs over the array, which is constant, or whose elements are cells: each of those is then a read. */
function lowerForOf(lowering: Lowering, node: Statement & { type: 'ForOfStatement' }): void {
  const [one] = node.left.type === 'VariableDeclaration' ? node.left.declarations : [];
  if (one === undefined || one.id.type !== 'Identifier') {
    report(lowering, 'model/destructuring-in-process', node.left);
    return;
  }
  const { id } = one;
  const constant = node.left.type === 'VariableDeclaration' && node.left.kind === 'const';
  const array = lowerExpression(lowering, node.right);
  const index = newSlot(lowering);
  emit(lowering, node, { kind: 'constant', to: index, value: 0 });
  const exit: Exit = { kind: 'loop', breaks: [], continues: [], to: null };
  const top = here(lowering);
  const key = emitConstant(lowering, node.right, 'length');
  const length = newSlot(lowering);
  emit(lowering, node.right, { kind: 'get', to: length, object: array, key, order: 'once' });
  const more = newSlot(lowering);
  emit(lowering, node.right, { kind: 'binary', to: more, operator: '<', left: index, right: length });
  const branch = emit(lowering, node.right, { kind: 'branch', condition: more, yes: 0, no: 0 });
  patch(lowering, branch, { yes: here(lowering) });
  lowering.exits.push(exit);
  inScope(lowering, () => {
    const element = declareLocal(lowering, id.name, constant);
    emit(lowering, one, { kind: 'get', to: element, object: array, key: index, order: 'once' });
    lowerStatement(lowering, node.body);
  });
  lowering.exits.pop();
  for (const jump of exit.continues) patch(lowering, jump, { target: here(lowering) });
  const increment = emitConstant(lowering, node, 1);
  emit(lowering, node, { kind: 'binary', to: index, operator: '+', left: index, right: increment });
  emit(lowering, node, { kind: 'jump', target: top });
  patch(lowering, branch, { no: here(lowering) });
  for (const jump of exit.breaks) patch(lowering, jump, { target: here(lowering) });
}

function lowerSwitch(lowering: Lowering, node: Statement & { type: 'SwitchStatement' }): void {
  const subject = lowerExpression(lowering, node.discriminant);
  const exit: Exit = { kind: 'switch', breaks: [], continues: [], to: null };
  const entries = node.cases.map((one) => {
    if (one.test === null) return null;
    const matches = newSlot(lowering);
    const value = lowerExpression(lowering, one.test);
    emit(lowering, one, { kind: 'binary', to: matches, operator: '===', left: subject, right: value });
    const branch = emit(lowering, one, { kind: 'branch', condition: matches, yes: 0, no: 0 });
    patch(lowering, branch, { no: here(lowering) });
    return branch;
  });
  const otherwise = emit(lowering, node, { kind: 'jump', target: 0 });
  lowering.exits.push(exit);
  let hasDefault = false;
  inScope(lowering, () => {
    node.cases.forEach((one, index) => {
      const entry = entries[index];
      if (typeof entry === 'number') patch(lowering, entry, { yes: here(lowering) });
      else {
        hasDefault = true;
        patch(lowering, otherwise, { target: here(lowering) });
      }
      for (const statement of one.consequent) lowerStatement(lowering, statement);
    });
  });
  lowering.exits.pop();
  if (!hasDefault) patch(lowering, otherwise, { target: here(lowering) });
  for (const jump of exit.breaks) patch(lowering, jump, { target: here(lowering) });
}

function lowerExit(
  lowering: Lowering,
  node: Statement & { type: 'BreakStatement' | 'ContinueStatement' },
): void {
  if (node.label !== null) {
    report(lowering, 'model/unsupported', node, 'label in process code');
    return;
  }
  const isBreak = node.type === 'BreakStatement';
  for (let index = lowering.exits.length - 1; index >= 0; index--) {
    const exit = lowering.exits[index];
    if (exit === undefined || exit.kind === 'atomic') break;
    if (exit.kind === 'switch' && !isBreak) continue;
    const jump = emit(lowering, node, { kind: 'jump', target: 0 });
    (isBreak ? exit.breaks : exit.continues).push(jump);
    return;
  }
}

/** Inside `atomic(() => {...})` a return leaves the arrow function, which is inlined; elsewhere the function. */
function lowerReturn(lowering: Lowering, node: Statement & { type: 'ReturnStatement' }): void {
  const from: Slot | null = node.argument === null ? null : lowerExpression(lowering, node.argument);
  const exit = lowering.exits.findLast((one) => one.kind === 'atomic');
  if (exit === undefined) {
    emit(lowering, node, { kind: 'return', from });
    return;
  }
  if (from !== null && exit.to !== null) emit(lowering, node, { kind: 'copy', to: exit.to, from });
  exit.breaks.push(emit(lowering, node, { kind: 'jump', target: 0 }));
}
