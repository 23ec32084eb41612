/** Calls in process code: the words of the language become instructions of their own, all else a call. */
import type { Argument, CallExpression, Expression } from 'oxc-parser';
import { resolveValue } from '../program/program.js';
import { type ProcessWord, processWords, type VerdictWord, verdictWords } from '../words.js';
import type { Alternative, Order, Slot } from './code.js';
import { bare, lowerExpression, lowerGet } from './expression.js';
import {
  type Exit,
  emit,
  emitConstant,
  findLocal,
  here,
  inScope,
  type Lowering,
  newSlot,
  patch,
  report,
  reportValue,
} from './lowering.js';
import { lowerStatement } from './statement.js';

export function lowerCall(lowering: Lowering, node: CallExpression): Slot {
  const word = wordOf(lowering, node.callee as Expression);
  if (word !== null) return lowerWord(lowering, node, word);
  if (node.callee.type === 'Super') return reportValue(lowering, 'model/unsupported', node, 'super');
  const callee = lowerExpression(lowering, node.callee);
  const args = node.arguments.map((one) => lowerArgument(lowering, one));
  const to = newSlot(lowering);
  emit(lowering, node, { kind: 'call', to, callee, args });
  return to;
}

/** The word that an expression names, or `null`. */
function wordOf(lowering: Lowering, node: Expression): string | null {
  if (node.type !== 'Identifier' || findLocal(lowering, node.name) !== null) return null;
  const resolved = resolveValue(lowering.program, lowering.source, node.name);
  return resolved?.kind === 'word' ? resolved.name : null;
}

/** The mark of a written value, `release(v)` or `plain(v)`, and the value under it. */
export function writeMarkOf(
  lowering: Lowering,
  node: Expression,
): { readonly order: Order; readonly value: Expression } {
  const call = bare(node);
  if (call.type === 'CallExpression') {
    const word = wordOf(lowering, call.callee as Expression);
    const [argument] = call.arguments;
    if (
      (word === 'release' || word === 'plain') &&
      argument !== undefined &&
      argument.type !== 'SpreadElement'
    ) {
      // plain(x.f) as a written value marks the write; the read under it is written out if it is to be marked too.
      return { order: word, value: argument };
    }
  }
  return { order: 'once', value: node };
}

function lowerArgument(lowering: Lowering, node: Argument): Slot {
  if (node.type === 'SpreadElement')
    return reportValue(lowering, 'model/unsupported', node, 'spread in a call');
  return lowerExpression(lowering, node);
}

function lowerWord(lowering: Lowering, node: CallExpression, word: string): Slot {
  if (isOneOf(processWords, word)) return lowerProcessWord(lowering, node, word);
  if (isOneOf(verdictWords, word)) return lowerVerdict(lowering, node, word);
  return reportValue(lowering, 'model/word-misplaced', node, word, 'process code');
}

function isOneOf<W extends string>(words: readonly W[], word: string): word is W {
  return (words as readonly string[]).includes(word);
}

function lowerVerdict(lowering: Lowering, node: CallExpression, signal: VerdictWord): Slot {
  emit(lowering, node, { kind: 'verdict', signal });
  return emitConstant(lowering, node, undefined);
}

/** How many arguments each word takes, where the number is fixed. */
const argumentCounts: Readonly<Partial<Record<ProcessWord, number>>> = {
  lock: 1,
  smp_mb_on: 1,
  unlock: 1,
  when: 1,
  step: 0,
  assert: 2,
  atomic: 1,
  fairly: 1,
  acquire: 1,
  release: 1,
  plain: 1,
  xchg: 3,
  cmpxchg: 4,
  atomicInc: 2,
  atomicDecAndTest: 2,
};

function lowerProcessWord(lowering: Lowering, node: CallExpression, word: ProcessWord): Slot {
  const wanted = argumentCounts[word];
  if (wanted !== undefined && node.arguments.length !== wanted)
    return reportValue(
      lowering,
      'model/argument-count',
      node,
      word,
      String(node.arguments.length),
      String(wanted),
    );
  const nothing = (): Slot => emitConstant(lowering, node, undefined);
  switch (word) {
    case 'lock':
    case 'unlock':
      emit(lowering, node, { kind: word, lock: argument(lowering, node, 0) });
      return nothing();
    case 'when':
      emit(lowering, node, { kind: 'atomic', word });
      emit(lowering, node, { kind: 'guard', condition: argument(lowering, node, 0) });
      emit(lowering, node, { kind: 'end-atomic' });
      return nothing();
    case 'step':
      emit(lowering, node, { kind: 'step' });
      return nothing();
    case 'assert':
      emit(lowering, node, {
        kind: 'assert',
        condition: argument(lowering, node, 0),
        message: argument(lowering, node, 1),
      });
      return nothing();
    case 'smp_mb_on':
      emit(lowering, node, { kind: 'fence', order: 'mb', on: argument(lowering, node, 0) });
      return nothing();
    case 'smp_mb':
    case 'smp_rmb':
    case 'smp_wmb':
      emit(lowering, node, {
        kind: 'fence',
        order: word === 'smp_mb' ? 'mb' : word === 'smp_rmb' ? 'rmb' : 'wmb',
        on: null,
      });
      return nothing();
    case 'choose':
      return lowerChoose(lowering, node);
    case 'atomic':
    case 'fairly':
      return lowerAtomic(lowering, node, word);
    case 'acquire':
    case 'plain':
      return lowerMarkedRead(lowering, node, word);
    case 'release':
      return reportValue(
        lowering,
        'model/order-argument',
        node,
        word,
        'to be the written value: x.f = release(v)',
      );
    case 'xchg':
    case 'cmpxchg':
    case 'atomicInc':
    case 'atomicDecAndTest': {
      const [object, key, ...args] = node.arguments.map((one) => lowerArgument(lowering, one));
      const to = newSlot(lowering);
      if (object !== undefined && key !== undefined)
        emit(lowering, node, { kind: 'rmw', word, to, object, key, args });
      return to;
    }
  }
}

function argument(lowering: Lowering, node: CallExpression, index: number): Slot {
  const one = node.arguments[index];
  return one === undefined ? emitConstant(lowering, node, undefined) : lowerArgument(lowering, one);
}

function lowerChoose(lowering: Lowering, node: CallExpression): Slot {
  const alternatives = node.arguments.map(
    (one): Alternative =>
      one.type === 'SpreadElement'
        ? { from: lowerExpression(lowering, one.argument), spread: true }
        : { from: lowerExpression(lowering, one), spread: false },
  );
  if (alternatives.length === 0)
    return reportValue(lowering, 'model/argument-count', node, 'choose', '0', 'one or more');
  const to = newSlot(lowering);
  emit(lowering, node, { kind: 'choose', to, alternatives });
  return to;
}

function lowerAtomic(lowering: Lowering, node: CallExpression, word: 'atomic' | 'fairly'): Slot {
  const [body] = node.arguments;
  if (body?.type !== 'ArrowFunctionExpression' || body.params.length > 0 || body.async)
    return reportValue(lowering, 'model/atomic-argument', node, word);
  const to = emitConstant(lowering, node, undefined);
  emit(lowering, node, { kind: 'atomic', word });
  const { body: content } = body;
  if (content.type === 'BlockStatement') {
    const exit: Exit = { kind: 'atomic', breaks: [], continues: [], to };
    lowering.exits.push(exit);
    inScope(lowering, () => {
      for (const statement of content.body) lowerStatement(lowering, statement);
    });
    lowering.exits.pop();
    for (const jump of exit.breaks) patch(lowering, jump, { target: here(lowering) });
  } else {
    emit(lowering, content, { kind: 'copy', to, from: lowerExpression(lowering, content) });
  }
  emit(lowering, node, { kind: 'end-atomic' });
  return to;
}

function lowerMarkedRead(lowering: Lowering, node: CallExpression, word: 'acquire' | 'plain'): Slot {
  const [only] = node.arguments;
  const read = only === undefined || only.type === 'SpreadElement' ? null : bare(only);
  if (read?.type !== 'MemberExpression') {
    report(lowering, 'model/order-argument', node, word, 'a read of a shared field');
    return emitConstant(lowering, node, undefined);
  }
  return lowerGet(lowering, read, word);
}
