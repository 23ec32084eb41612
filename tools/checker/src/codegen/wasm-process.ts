/**
 * The steps of a process and the checks of a state, as WebAssembly.
 *
 * The state before a step is in locals. Each leaf appends one record to the batch of successors: the number of the state
 * before and the words of the state after. Monitors run on copies of the words in further locals.
 */
import type { Check, Leaf, MonitorNode, Node, Process } from '../ir/system.js';
import { type Field, fuse, type Layout, type WordUpdate } from './layout.js';
import { type Code, get, i32, nothing, set } from './wasm-code.js';
import { decide } from './wasm-decision.js';
import { integers, localsFrom, localsNamed } from './wasm-locals.js';
import { type MemoryPlan, putGlobal, recordParent, recordWords } from './wasm-memory.js';
import type { FunctionCode } from './wasm-module.js';

export interface StateLocals {
  /** Where the next record of the batch goes to. */
  readonly record: number;
  /** The number of the state. */
  readonly state: number;
  readonly words: readonly number[];
}

interface StepLocals extends StateLocals {
  /** Scratch, one for each word: the state after, where monitors look at it. */
  readonly after: readonly number[];
}

/**
 * `steps(record, state, ...words)` appends the successors by the points `from` to `to - 1` of a process to the batch, and
 * returns where the next record goes to.
 */
export function stepsFunction(
  layout: Layout,
  plan: MemoryPlan,
  process: { readonly index: number; readonly process: Process },
  from: number,
  to: number,
): FunctionCode {
  const names = ['record', 'state'] as const;
  const words = localsFrom(names.length, layout.words);
  const after = localsFrom(names.length + layout.words, layout.words);
  const locals: StepLocals = { ...localsNamed(names), words, after };
  const points = process.process.points.slice(from, to);
  const steps = decide(
    layout.counters[process.index]!,
    words,
    points.map(({ step }, index) => ({
      values: [from + index],
      code: step === null ? nothing : nodeCode(layout, plan, process.index, step, locals),
    })),
  );
  return {
    parameters: integers(names.length + layout.words),
    results: ['i32'],
    locals: integers(layout.words),
    body: [steps, get(locals.record)],
  };
}

/** Sets the flags of the signals that the checks give in the state in `words`. */
export function checksOf(
  layout: Layout,
  plan: MemoryPlan,
  checks: readonly Check[],
  words: readonly number[],
): Code {
  return checks.map(({ node }) => monitorCode(layout, plan, node, words));
}

/** The points at which the process has ended. */
export function endPoints(process: Process): readonly number[] {
  return process.points.flatMap(({ step }, index) => (step === null ? [index] : []));
}

function nodeCode(layout: Layout, plan: MemoryPlan, process: number, node: Node, locals: StepLocals): Code {
  switch (node.kind) {
    case 'test':
      return decide(
        layout.cells[node.cell]!,
        locals.words,
        node.branches.map(({ values, node: next }) => ({
          values,
          code: nodeCode(layout, plan, process, next, locals),
        })),
      );
    case 'choose':
      return node.nodes.map((one) => nodeCode(layout, plan, process, one, locals));
    case 'leaf':
      return leafCode(layout, plan, process, node, locals);
    case 'failure':
      return [raise(plan.edgeFlag(process, node.edge)), putGlobal('failed', i32.number(1))];
    case 'blocked':
      return nothing;
  }
}

function leafCode(layout: Layout, plan: MemoryPlan, process: number, leaf: Leaf, locals: StepLocals): Code {
  const { record, state, words, after } = locals;
  const updates = fuse([
    ...leaf.writes.map(({ cell, value }): [Field, number] => [layout.cells[cell]!, value]),
    [layout.counters[process]!, leaf.target],
  ]);
  const written = words.map((local, word) => {
    const update = updates.find((one) => one.word === word);
    return update === undefined ? get(local) : updated(get(local), update);
  });
  const monitored = leaf.monitors.length > 0;
  return [
    raise(plan.edgeFlag(process, leaf.edge)),
    monitored ? after.map((local, word) => set(local, written[word]!)) : nothing,
    leaf.monitors.map((monitor) => monitorCode(layout, plan, monitor, after)),
    i32.store(get(record), get(state), recordParent),
    (monitored ? after.map(get) : written).map((value, word) =>
      i32.store(get(record), value, recordWords + 4 * word),
    ),
    set(record, i32.add(get(record), i32.number(plan.recordBytes))),
  ];
}

/** Reads and writes the words in place. */
function monitorCode(layout: Layout, plan: MemoryPlan, node: MonitorNode, words: readonly number[]): Code {
  switch (node.kind) {
    case 'test':
      return decide(
        layout.cells[node.cell]!,
        words,
        node.branches.map(({ values, node: next }) => ({
          values,
          code: monitorCode(layout, plan, next, words),
        })),
      );
    case 'note': {
      const updates = fuse(node.writes.map(({ cell, value }) => [layout.cells[cell]!, value]));
      return [
        updates.map((update) => set(words[update.word]!, updated(get(words[update.word]!), update))),
        node.signals.map((signal) => raise(plan.signalFlag(signal))),
      ];
    }
  }
}

function updated(word: Code, { keep, set: bits }: WordUpdate): Code {
  const kept = i32.and(word, i32.number(keep));
  return bits === 0 ? kept : i32.or(kept, i32.number(bits));
}

function raise(flag: number): Code {
  return i32.store8(i32.number(0), i32.number(1), flag);
}
