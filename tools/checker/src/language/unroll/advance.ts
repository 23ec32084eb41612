/** Runs a machine to the next thing that its caller must decide. */
import { assert } from '../../assert.js';
import type { Instruction } from '../lower/code.js';
import type { Codes } from '../lower/codes.js';
import { applyBinary, applyUnary } from '../operators.js';
import { stop } from '../problems.js';
import type { Source, Span } from '../program/source.js';
import { pureMethod } from '../setup/call.js';
import { moduleValue } from '../setup/setup.js';
import { isComposite, isTruthy, lookUp, show, type Value } from '../value.js';
import { cellOf, type Located, readCell, writeCell } from './access.js';
import type { Builder } from './builder.js';
import { type Frame, type Happening, leaveFrame, type Machine, newFrame } from './machine.js';

/** Instructions that one step may take: more is a loop that never reaches an access. */
const mostInstructions = 100_000;

export function advance(builder: Builder, machine: Machine): Happening {
  let loop: { readonly source: Source; readonly span: Span } | null = null;
  for (let count = 0; count < mostInstructions || loop === null; count++) {
    const frame = machine.frames.at(-1);
    if (frame === undefined) return { kind: 'ended' };
    const { at } = frame;
    const instruction = frame.code.instructions[at];
    assert(instruction !== undefined, 'every function ends with a return');
    const happening = execute(builder, machine, frame, instruction);
    if (happening !== null) return happening;
    if (frame.at <= at) loop = { source: frame.code.source, span: instruction.span };
  }
  return stop('model/endless-loop', loop.source, loop.span);
}

/** `null` where the machine simply goes on. */
function execute(
  builder: Builder,
  machine: Machine,
  frame: Frame,
  instruction: Instruction,
): Happening | null {
  const { setup, codes, domains } = builder;
  const { slots, code } = frame;
  const { span } = instruction;
  const put = (to: number, value: Value): null => {
    slots[to] = value;
    frame.at++;
    return null;
  };
  switch (instruction.kind) {
    case 'constant':
      return put(instruction.to, instruction.value);
    case 'copy':
      return put(instruction.to, slots[instruction.from]);
    case 'name': {
      const variable = lookUp(frame.scope, instruction.name);
      const value =
        variable === null ? moduleValue(setup, code.source, instruction.name, span) : variable.value;
      return put(instruction.to, value);
    }
    case 'unary': {
      const result = applyUnary(instruction.operator, slots[instruction.operand]);
      if (result === null) return failed(frame, span, `${instruction.operator} of a value that is no number`);
      return put(instruction.to, result.value);
    }
    case 'binary': {
      const { operator } = instruction;
      const operands = [slots[instruction.left], slots[instruction.right]] as const;
      const result = applyBinary(operator, ...operands);
      if (result !== null) return put(instruction.to, result.value);
      const shown = `${operator} of ${show(operands[0])} and ${show(operands[1])}`;
      // Nothing at all is a case of a read that the run may never meet; another type is a mistake in the text.
      if (operands.some((one) => one === null || one === undefined)) return failed(frame, span, shown);
      return stop('model/unsupported', code.source, span, shown);
    }
    case 'jump':
      frame.at = instruction.target;
      return null;
    case 'branch':
      frame.at = isTruthy(slots[instruction.condition]) ? instruction.yes : instruction.no;
      return null;
    case 'call':
      return call(codes, machine, frame, instruction);
    case 'return': {
      const value = instruction.from === null ? undefined : slots[instruction.from];
      leaveFrame(machine, value);
      return null;
    }
    case 'get': {
      const located = cellOf(frame, instruction.object, instruction.key, span);
      if (located.kind === 'value') return put(instruction.to, located.value);
      if (located.kind === 'failed') return failed(frame, span, located.message);
      const boundary = beginAccess(machine);
      if (boundary !== null) return boundary;
      const old = readCell(machine, frame, span, located.cell);
      return old.kind === 'known' ? put(instruction.to, old.value) : old;
    }
    case 'set': {
      const located = writable(cellOf(frame, instruction.object, instruction.key, span), frame, instruction);
      if (located.kind === 'failed') return failed(frame, span, located.message);
      const boundary = beginAccess(machine);
      if (boundary !== null) return boundary;
      const refused = writeCell(domains, machine, frame, span, located.cell, slots[instruction.from]);
      if (refused !== null) return refused;
      frame.at++;
      return null;
    }
    case 'rmw': {
      const located = cellOf(frame, instruction.object, instruction.key, span);
      if (located.kind === 'failed') return failed(frame, span, located.message);
      if (located.kind === 'value') return stop('model/field-argument', code.source, span, instruction.word);
      onlyInProcess(machine, frame, span, instruction.word);
      const boundary = beginAccess(machine);
      if (boundary !== null) return boundary;
      const old = readCell(machine, frame, span, located.cell);
      if (old.kind !== 'known') return old;
      const args = instruction.args.map((slot) => slots[slot]);
      const { result, written } = readModifyWrite(instruction.word, old.value, args);
      const refused = writeCell(domains, machine, frame, span, located.cell, written);
      if (refused !== null) return refused;
      return put(instruction.to, result);
    }
    case 'lock':
    case 'unlock': {
      onlyInProcess(machine, frame, span, instruction.kind);
      const lock = slots[instruction.lock];
      const held = isComposite(lock) && lock.kind === 'shared' ? lock.fields.get('held') : undefined;
      if (!isComposite(lock)) return failed(frame, span, `${instruction.kind} of ${show(lock)}`);
      if (typeof held !== 'object' || held?.kind !== 'cell')
        return stop(
          'model/not-a-function',
          code.source,
          span,
          `${instruction.kind} with something that is no lock`,
        );
      const boundary = beginAccess(machine);
      if (boundary !== null) return boundary;
      const old = readCell(machine, frame, span, held);
      if (old.kind !== 'known') return old;
      const taking = instruction.kind === 'lock';
      if (old.value === taking)
        return taking
          ? { kind: 'blocked' }
          : failed(frame, span, `unlock of ${show(lock)}, which nobody holds`);
      const refused = writeCell(domains, machine, frame, span, held, taking);
      if (refused !== null) return refused;
      frame.at++;
      return null;
    }
    case 'atomic': {
      if (machine.mode === 'process') {
        if (machine.atomic === 0) {
          const boundary = beginAccess(machine);
          if (boundary !== null) return boundary;
          machine.acted = true;
        }
      } else if (instruction.word === 'when') {
        return stop('model/word-misplaced', code.source, span, 'when', 'a handler of a property');
      }
      machine.atomic++;
      frame.at++;
      return null;
    }
    case 'end-atomic':
      machine.atomic--;
      frame.at++;
      return null;
    case 'guard':
      if (!isTruthy(slots[instruction.condition])) return { kind: 'blocked' };
      frame.at++;
      return null;
    case 'choose': {
      onlyInProcess(machine, frame, span, 'choose');
      const values = instruction.alternatives.flatMap((one): readonly Value[] => {
        const value = slots[one.from];
        if (!one.spread) return [value];
        if (isComposite(value) && value.kind === 'array') return value.items;
        return stop(
          'model/unsupported',
          code.source,
          span,
          'spread of something that is not a constant array',
        );
      });
      if (values.length === 0)
        return stop('model/argument-count', code.source, span, 'choose', '0', 'one or more');
      frame.at++;
      return { kind: 'choice', to: instruction.to, values };
    }
    case 'assert':
      if (!isTruthy(slots[instruction.condition]))
        return failed(frame, span, show(slots[instruction.message]));
      frame.at++;
      return null;
    case 'fence':
    case 'step': {
      onlyInProcess(machine, frame, span, instruction.kind === 'fence' ? `smp_${instruction.order}` : 'step');
      if (instruction.kind === 'fence' && instruction.on !== null) {
        const { processNames } = builder;
        const name = show(slots[instruction.on]);
        if (!processNames.includes(name))
          return stop('model/no-such-process', code.source, span, name, processNames.join(', '));
      }
      const boundary = beginAccess(machine);
      if (boundary !== null) return boundary;
      machine.acted = true;
      frame.at++;
      return null;
    }
    case 'verdict':
      if (machine.mode === 'process')
        return stop('model/word-misplaced', code.source, span, instruction.signal, 'process code');
      if (machine.mode === 'condition')
        return stop('model/word-misplaced', code.source, span, instruction.signal, 'a condition');
      if (machine.mode === 'check' && instruction.signal === 'witnessed')
        return stop('model/word-misplaced', code.source, span, 'witnessed', 'always(...) or atEnd(...)');
      machine.signals.add(instruction.signal);
      frame.at++;
      return null;
  }
}

function call(
  codes: Codes,
  machine: Machine,
  frame: Frame,
  instruction: Instruction & { kind: 'call' },
): Happening | null {
  const { source } = frame.code;
  const { span } = instruction;
  const callee = frame.slots[instruction.callee];
  const args = instruction.args.map((slot) => frame.slots[slot]);
  if (!isComposite(callee)) {
    if (callee === null || callee === undefined) return failed(frame, span, `call of ${show(callee)}`);
    return stop('model/not-a-function', source, span, show(callee));
  }
  switch (callee.kind) {
    case 'function': {
      if (machine.frames.some((one) => one.node === callee.node))
        return stop('model/recursion', source, span, callee.name);
      const code = codes.codeOf(callee);
      if (args.length < code.required)
        return stop(
          'model/argument-count',
          source,
          span,
          callee.name,
          String(args.length),
          String(code.required),
        );
      frame.at++;
      machine.frames.push(newFrame(code, callee.node, callee.scope, args, instruction.to));
      return null;
    }
    case 'observation': {
      onlyInProcess(machine, frame, span, `the observation ${callee.name}`);
      const boundary = beginAccess(machine);
      if (boundary !== null) return boundary;
      machine.acted = true;
      machine.observed.push({ name: callee.name, args });
      frame.at++;
      return null;
    }
    case 'method': {
      const result = pureMethod(callee, args);
      if (result === null)
        return stop('model/unsupported', source, span, `method ${callee.name} of an array in process code`);
      frame.slots[instruction.to] = result;
      frame.at++;
      return null;
    }
    default:
      return stop('model/not-a-function', source, span, show(callee));
  }
}

/** Outside `atomic` a step has one access: a second one belongs to the next step. */
function beginAccess(machine: Machine): Happening | null {
  return machine.acted && machine.atomic === 0 ? { kind: 'boundary' } : null;
}

function onlyInProcess(machine: Machine, frame: Frame, span: Span, word: string): void {
  if (machine.mode !== 'process')
    stop('model/word-misplaced', frame.code.source, span, word, 'a handler of a property');
}

function failed(frame: Frame, span: Span, message: string): Happening & { kind: 'failed' } {
  return { kind: 'failed', message, source: frame.code.source, span };
}

/** A written place must be a cell. */
function writable(
  located: Located,
  frame: Frame,
  instruction: Instruction & { kind: 'set' },
): Exclude<Located, { kind: 'value' }> {
  if (located.kind !== 'value') return located;
  const object = frame.slots[instruction.object];
  const code =
    isComposite(object) && object.kind === 'shared' ? 'model/readonly-write' : 'model/constant-write';
  return stop(code, frame.code.source, instruction.span, show(frame.slots[instruction.key]));
}

function readModifyWrite(
  word: string,
  old: Value,
  args: readonly Value[],
): { readonly result: Value; readonly written: Value } {
  switch (word) {
    case 'xchg':
      return { result: old, written: args[0] };
    case 'cmpxchg':
      return { result: old, written: old === args[0] ? args[1] : old };
    case 'atomicInc':
      return { result: undefined, written: typeof old === 'number' ? old + 1 : undefined };
    default: {
      const less = typeof old === 'number' ? old - 1 : undefined;
      return { result: less === 0, written: less };
    }
  }
}
