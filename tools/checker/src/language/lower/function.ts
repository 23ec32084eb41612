/** From a function's tree to instructions: its parameters, then its body. */
import type { Diagnostic } from '@quiesce/contract';
import type { Statement } from 'oxc-parser';
import type { Program } from '../program/program.js';
import type { Callable, Source } from '../program/source.js';
import type { Code } from './code.js';
import { lowerExpression } from './expression.js';
import { livenessOf } from './liveness.js';
import { declareLocal, emit, emitConstant, here, type Lowering, newSlot, patch, report } from './lowering.js';
import { lowerStatement } from './statement.js';

/** Lowers one function. If there are diagnostics, the code must not be used. */
export function lowerFunction(
  program: Program,
  source: Source,
  node: Callable,
  name: string,
): { readonly code: Code; readonly diagnostics: readonly Diagnostic[] } {
  const lowering: Lowering = {
    program,
    source,
    instructions: [],
    diagnostics: [],
    scopes: [new Map()],
    exits: [],
    slots: 0,
  };
  if (node.async) report(lowering, 'model/unsupported', node, 'async function');
  if (node.generator) report(lowering, 'model/unsupported', node, 'generator');
  const required = lowerParameters(lowering, node);
  const { body } = node;
  if (body !== null && body.type === 'BlockStatement')
    for (const statement of body.body as readonly Statement[]) lowerStatement(lowering, statement);
  else if (body !== null) emit(lowering, body, { kind: 'return', from: lowerExpression(lowering, body) });
  emit(lowering, { start: node.end - 1, end: node.end }, { kind: 'return', from: null });
  const { instructions } = lowering;
  const code: Code = {
    name,
    source,
    params: node.params.length,
    required,
    slots: lowering.slots,
    instructions,
    live: livenessOf(instructions),
  };
  return { code, diagnostics: lowering.diagnostics };
}

function lowerParameters(lowering: Lowering, node: Callable): number {
  let required = 0;
  const defaults: (() => void)[] = [];
  node.params.forEach((param, index) => {
    if (param.type === 'Identifier') {
      declareLocal(lowering, param.name, false);
      if (!param.optional) required = index + 1;
    } else if (param.type === 'AssignmentPattern' && param.left.type === 'Identifier') {
      const slot = declareLocal(lowering, param.left.name, false);
      defaults.push(() => {
        const given = newSlot(lowering);
        const missing = emitConstant(lowering, param, undefined);
        emit(lowering, param, { kind: 'binary', to: given, operator: '!==', left: slot, right: missing });
        const branch = emit(lowering, param, { kind: 'branch', condition: given, yes: 0, no: 0 });
        patch(lowering, branch, { no: here(lowering) });
        emit(lowering, param, { kind: 'copy', to: slot, from: lowerExpression(lowering, param.right) });
        patch(lowering, branch, { yes: here(lowering) });
      });
    } else {
      newSlot(lowering);
      report(lowering, 'model/destructuring-in-process', param);
    }
  });
  for (const one of defaults) one();
  return required;
}
