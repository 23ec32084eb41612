/** Statements of set-up code. */
import type { Expression, FunctionBody, Statement, VariableDeclaration } from 'oxc-parser';
import { stop } from '../problems.js';
import type { Span } from '../program/source.js';
import { isTruthy, type Scope, show, type Value } from '../value.js';
import { evaluate } from './expression.js';
import { bind, type Setup } from './setup.js';

/** How a statement ended. */
type Outcome =
  | { readonly kind: 'next' | 'break' | 'continue' }
  | { readonly kind: 'return'; readonly value: Value };

const next: Outcome = { kind: 'next' };

/** Runs the body of a function and gives what it returns. */
export function runFunctionBody(setup: Setup, scope: Scope, body: FunctionBody): Value {
  const outcome = runAll(setup, scope, body.body as readonly Statement[]);
  return outcome.kind === 'return' ? outcome.value : undefined;
}

function runAll(setup: Setup, scope: Scope, statements: readonly Statement[]): Outcome {
  for (const statement of statements) {
    const outcome = run(setup, scope, statement);
    if (outcome.kind !== 'next') return outcome;
  }
  return next;
}

function inner(scope: Scope): Scope {
  return { source: scope.source, names: new Map(), parent: scope };
}

function run(setup: Setup, scope: Scope, node: Statement): Outcome {
  switch (node.type) {
    case 'BlockStatement':
      return runAll(setup, inner(scope), node.body);
    case 'EmptyStatement':
      return next;
    case 'ExpressionStatement':
      evaluate(setup, scope, node.expression);
      return next;
    case 'VariableDeclaration':
      declare(setup, scope, node);
      return next;
    case 'ReturnStatement':
      return {
        kind: 'return',
        value: node.argument === null ? undefined : evaluate(setup, scope, node.argument),
      };
    case 'IfStatement':
      if (isTruthy(evaluate(setup, scope, node.test))) return run(setup, scope, node.consequent);
      return node.alternate === null ? next : run(setup, scope, node.alternate);
    case 'WhileStatement':
      return loop(
        setup,
        scope,
        node,
        () => isTruthy(evaluate(setup, scope, node.test)),
        node.body,
        () => {},
      );
    case 'ForStatement':
      return runFor(setup, scope, node);
    case 'ForOfStatement':
      return runForOf(setup, scope, node);
    case 'BreakStatement':
    case 'ContinueStatement':
      if (node.label !== null) return stop('model/unsupported', scope.source, node, 'label');
      return { kind: node.type === 'BreakStatement' ? 'break' : 'continue' };
    case 'FunctionDeclaration':
      if (node.id !== null)
        bind(
          setup,
          scope,
          node.id,
          { kind: 'function', name: node.id.name, node, source: scope.source, scope },
          true,
        );
      return next;
    case 'ThrowStatement':
      return stop('model/setup-failed', scope.source, node, thrown(setup, scope, node.argument));
    default:
      return stop('model/unsupported', scope.source, node, statementName(node));
  }
}

function declare(setup: Setup, scope: Scope, node: VariableDeclaration): void {
  if (node.kind === 'var') stop('model/var', scope.source, node);
  if (node.kind !== 'const' && node.kind !== 'let')
    stop('model/unsupported', scope.source, node, `${node.kind} declaration`);
  for (const one of node.declarations) {
    const value = one.init === null ? undefined : evaluate(setup, scope, one.init);
    bind(setup, scope, one.id, value, node.kind === 'const');
  }
}

function runFor(setup: Setup, outer: Scope, node: Statement & { type: 'ForStatement' }): Outcome {
  const scope = inner(outer);
  if (node.init?.type === 'VariableDeclaration') declare(setup, scope, node.init);
  else if (node.init) evaluate(setup, scope, node.init);
  const { test, update } = node;
  return loop(
    setup,
    scope,
    node,
    () => test === null || isTruthy(evaluate(setup, scope, test)),
    node.body,
    () => {
      if (update !== null) evaluate(setup, scope, update);
    },
  );
}

function loop(
  setup: Setup,
  scope: Scope,
  span: Span,
  test: () => boolean,
  body: Statement,
  update: () => void,
): Outcome {
  while (test()) {
    burn(setup, scope, span);
    const outcome = run(setup, inner(scope), body);
    if (outcome.kind === 'break') return next;
    if (outcome.kind === 'return') return outcome;
    update();
  }
  return next;
}

function runForOf(setup: Setup, outer: Scope, node: Statement & { type: 'ForOfStatement' }): Outcome {
  const items = evaluate(setup, outer, node.right);
  if (typeof items !== 'object' || items?.kind !== 'array' || node.left.type !== 'VariableDeclaration')
    return stop('model/unsupported', outer.source, node, 'for-of over something that is not an array');
  for (const item of items.items) {
    burn(setup, outer, node);
    const scope = inner(outer);
    for (const one of node.left.declarations) bind(setup, scope, one.id, item, node.left.kind === 'const');
    const outcome = run(setup, scope, node.body);
    if (outcome.kind === 'break') return next;
    if (outcome.kind === 'return') return outcome;
  }
  return next;
}

function burn(setup: Setup, scope: Scope, span: Span): void {
  setup.fuel--;
  if (setup.fuel < 0) stop('model/setup-failed', scope.source, span, 'its loops do not end');
}

function thrown(setup: Setup, scope: Scope, node: Expression): string {
  const [argument] = node.type === 'NewExpression' ? node.arguments : [];
  if (argument === undefined || argument.type === 'SpreadElement') return 'it throws';
  return show(evaluate(setup, scope, argument));
}

/** `ClassDeclaration` as people say it: `class declaration`. */
export function statementName(node: { readonly type: string }): string {
  return node.type
    .replace(/^TS/, '')
    .replace(/(?<!^)([A-Z])/g, ' $1')
    .toLowerCase();
}
