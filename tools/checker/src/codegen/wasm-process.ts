/**
 * The steps of a process and the checks of a state, as WebAssembly.
 *
 * The state before a step is in locals. Each leaf appends one record to the batch of successors: the words of the state
 * after. Monitors run on copies of the words in further locals.
 */
import {
  type Check,
  type Leaf,
  type MonitorNode,
  mayRest,
  type Node,
  type Point,
  type Process,
} from '../ir/system.js';
import { type Field, fuse, type Layout, type WordUpdate } from './layout.js';
import { type Code, get, i32, nothing, set } from './wasm-code.js';
import { decide } from './wasm-decision.js';
import { localsFrom, localsNamed } from './wasm-locals.js';
import { type MemoryPlan, putGlobal, recordWords } from './wasm-memory.js';
import type { FunctionCode } from './wasm-module.js';

export interface StateLocals {
  /** Where the next record of the batch goes to. */
  readonly record: number;
  /** The address of the worker's home. */
  readonly home: number;
  readonly words: readonly number[];
}

/** What the leaves of a function have in common: most of a leaf is code that has been made before. */
interface Steps {
  readonly layout: Layout;
  readonly plan: MemoryPlan;
  readonly process: number;
  readonly home: number;
  readonly words: readonly number[];
  /** Scratch, one for each word: the state after, where monitors look at it. */
  readonly after: readonly number[];
  /** The word as it is in the record: from `words`, from `after`. */
  readonly storeWord: readonly Code[];
  readonly storeAfter: readonly Code[];
  /** The word as it is, in `after`. */
  readonly copyWord: readonly Code[];
  readonly storeTo: (word: number, value: Code) => Code;
  /** Completes the record. */
  readonly finish: Code;
}

/**
 * `steps(record, home, ...words)` appends the successors by the points `from` to `to - 1` of a process to the batch, and
 * returns where the next record goes to.
 */
export function stepsFunction(
  layout: Layout,
  plan: MemoryPlan,
  process: { readonly index: number; readonly points: readonly Point[] },
  from: number,
  to: number,
): FunctionCode {
  const names = ['record', 'home'] as const;
  const { record, home } = localsNamed(names);
  const words = localsFrom(names.length, layout.words);
  const after = localsFrom(names.length + layout.words, layout.words);
  const here = get(record);
  const storeTo = (word: number, value: Code): Code => i32.store(here, value, recordWords + 4 * word);
  const steps: Steps = {
    layout,
    plan,
    process: process.index,
    home,
    words,
    after,
    storeWord: words.map((local, word) => storeTo(word, get(local))),
    storeAfter: after.map((local, word) => storeTo(word, get(local))),
    copyWord: words.map((local, word) => set(after[word]!, get(local))),
    storeTo,
    finish: set(record, i32.add(here, i32.number(plan.recordBytes))),
  };
  const code = decide(
    layout.counters[process.index]!,
    words,
    process.points.slice(from, to).map(({ step }, index) => ({
      values: [from + index],
      code: step === null ? nothing : nodeCode(steps, step),
    })),
  );
  return {
    parameters: names.length + layout.words,
    results: 1,
    locals: layout.words,
    body: [code, here],
  };
}

/** Sets the flags of the signals that the checks give in the state in `words`. */
export function checksOf(
  layout: Layout,
  plan: MemoryPlan,
  checks: readonly Check[],
  locals: Omit<StateLocals, 'record'>,
): Code {
  return checks.map(({ node }) => monitorCode(layout, plan, node, locals));
}

/** The points at which the process has ended, or may rest. */
export function endPoints(process: Process): readonly number[] {
  return process.points.flatMap((point, index) => (mayRest(point) ? [index] : []));
}

function nodeCode(steps: Steps, node: Node): Code {
  const { layout, plan, process, home, words } = steps;
  switch (node.kind) {
    case 'test':
      return decide(
        layout.cells[node.cell]!,
        words,
        node.branches.map(({ values, node: next }) => ({ values, code: nodeCode(steps, next) })),
      );
    case 'choose':
      return node.nodes.map((one) => nodeCode(steps, one));
    case 'leaf':
      return leafCode(steps, node);
    case 'failure':
      return [raise(home, plan.edgeFlag(process, node.edge)), putGlobal('failed', i32.number(1))];
    case 'blocked':
      return nothing;
  }
}

function leafCode(steps: Steps, leaf: Leaf): Code {
  const { layout, plan, process, home, words, after } = steps;
  const updates = fuse([
    ...leaf.writes.map(({ cell, value }): [Field, number] => [layout.cells[cell]!, value]),
    [layout.counters[process]!, leaf.target],
  ]);
  const written = (word: number, unchanged: Code, put: (value: Code) => Code): Code => {
    const update = updates.find((one) => one.word === word);
    return update === undefined ? unchanged : put(updated(get(words[word]!), update));
  };
  const flag = raise(home, plan.edgeFlag(process, leaf.edge));
  if (leaf.monitors.length === 0)
    return [
      flag,
      steps.storeWord.map((store, word) => written(word, store, (value) => steps.storeTo(word, value))),
      steps.finish,
    ];
  return [
    flag,
    steps.copyWord.map((copy, word) => written(word, copy, (value) => set(after[word]!, value))),
    leaf.monitors.map((monitor) => monitorCode(layout, plan, monitor, { home, words: after })),
    steps.storeAfter,
    steps.finish,
  ];
}

/** Reads and writes the words in place. */
function monitorCode(
  layout: Layout,
  plan: MemoryPlan,
  node: MonitorNode,
  locals: Omit<StateLocals, 'record'>,
): Code {
  const { home, words } = locals;
  switch (node.kind) {
    case 'test':
      return decide(
        layout.cells[node.cell]!,
        words,
        node.branches.map(({ values, node: next }) => ({
          values,
          code: monitorCode(layout, plan, next, locals),
        })),
      );
    case 'note': {
      const updates = fuse(node.writes.map(({ cell, value }) => [layout.cells[cell]!, value]));
      return [
        updates.map((update) => set(words[update.word]!, updated(get(words[update.word]!), update))),
        node.signals.map((signal) => raise(home, plan.signalFlag(signal))),
      ];
    }
  }
}

function updated(word: Code, { keep, set: bits }: WordUpdate): Code {
  const kept = i32.and(word, i32.number(keep));
  return bits === 0 ? kept : i32.or(kept, i32.number(bits));
}

function raise(home: number, flag: number): Code {
  return i32.store8(get(home), i32.number(1), flag);
}
