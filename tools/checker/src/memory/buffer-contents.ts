/**
 * What the buffer of a process can hold, and at which of its points: all that comes about if every read of memory gives any
 * value, but for cells that nobody else writes: their values are known, and they are what most loops count with. So the longest
 * content is known before a state is explored, and needs no bound, but where a process stores in a loop without ever
 * waiting for its buffer.
 */
import { assert } from '../assert.js';
import type { Leaf, Node, Process, Store, Write } from '../ir/system.js';
import { type Buffering, cellsLookedAt, type KnownStep, knownStep, type Manner } from './known-buffer.js';
import { newestStore, oldestOf } from './view.js';

export interface BufferContents {
  /** Oldest store first; the first content is the empty one. */
  readonly contents: readonly (readonly Store[])[];
  /** By the number of a content, what is left when its oldest store has gone, with those joined to it; 0 for the empty one. */
  readonly rests: readonly number[];
  /** By point: what a step is for the contents that it does not tell apart. Contents are ascending. */
  readonly cases: readonly (readonly Case[])[];
  /** The number of a content. */
  readonly numberOf: (stores: readonly Store[]) => number;
  /** Some store may find no room: whether one does is for the exploration to tell. */
  readonly mayFill: boolean;
}

export interface Case {
  readonly contents: readonly number[];
  readonly known: KnownStep;
}

/** Bounds of the analysis. */
export interface Limits {
  readonly contents: number;
  /** Points, each with a content and with values of the process's own cells. */
  readonly situations: number;
}

/** `own`: the cells that only this process writes, as far as it reads them. Null where a limit is hit. */
export function bufferContents(
  buffering: Buffering,
  process: Process,
  manners: readonly Manner[],
  own: readonly number[],
  limits: Limits,
): BufferContents | null {
  const { contents, rests, numberOf } = newContents();
  const points = process.points.map((point, index) => ({
    step: point.step,
    manner: manners[index]!,
    looked: [...cellsLookedAt(point)],
    stores: point.step !== null && hasDelayed(buffering, point.step),
    /** By the values of the own cells: the contents that come with them. */
    seen: new Map<string, Set<number>>(),
    cases: new Map<string, { contents: Set<number>; known: KnownStep }>(),
  }));
  const waiting: Situation[] = [];
  let count = 0;
  const arrive = (point: number, values: readonly number[], content: number): void => {
    const { seen } = points[point]!;
    const key = values.join();
    const together = seen.get(key) ?? new Set();
    seen.set(key, together);
    for (let rest = content; !together.has(rest); rest = rests[rest]!) {
      together.add(rest);
      count++;
      waiting.push({ point, values, content: rest });
    }
  };
  let mayFill = false;
  const initial = own.map((cell) => buffering.system.cells[cell]!.initial);
  arrive(process.entry, initial, numberOf([]));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (contents.length > limits.contents || count > limits.situations) return null;
    const { point, values, content } = next;
    const { step, manner, looked, stores, cases } = points[point]!;
    if (step === null) continue;
    const held = contents[content]!;
    const key =
      stores || manner !== 'buffers'
        ? `${content}`
        : looked.map((cell) => newestStore(held, cell) ?? '').join();
    const one = cases.get(key) ?? {
      contents: new Set(),
      known: knownStep(buffering, manner, step, held),
    };
    cases.set(key, one);
    one.contents.add(content);
    for (const leaf of leavesWith(one.known.node, own, values)) {
      const added = one.known.added.get(leaf) ?? [];
      if (added === 'wait') mayFill = true;
      else
        arrive(
          leaf.target,
          valuesAfter([...leaf.writes, ...added], own, values),
          added.length === 0 ? content : numberOf([...held, ...added]),
        );
    }
  }
  return {
    contents,
    rests,
    cases: points.map(({ cases }) =>
      [...cases.values()].map(({ contents: all, known }) => ({
        contents: [...all].sort((a, b) => a - b),
        known,
      })),
    ),
    numberOf,
    mayFill,
  };
}

interface Situation {
  readonly point: number;
  readonly values: readonly number[];
  readonly content: number;
}

/** Contents with their numbers, each with all that is left of it as its stores go. */
function newContents(): Pick<BufferContents, 'contents' | 'rests' | 'numberOf'> {
  const contents: (readonly Store[])[] = [];
  const rests: number[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (stores: readonly Store[]): number => {
    const text = stores
      .map(({ cell, value, joined }) => `${joined === true ? '+' : ''}${cell}=${value}`)
      .join();
    const known = numbers.get(text);
    if (known !== undefined) return known;
    const number = contents.length;
    numbers.set(text, number);
    contents.push(stores);
    rests.push(0);
    if (stores.length > 0) rests[number] = numberOf(stores.slice(oldestOf(stores).length));
    return number;
  };
  assert(numberOf([]) === 0, 'the empty content is the first');
  return { contents, rests, numberOf };
}

/** Those that can be come to with these values of the own cells. */
function leavesWith(node: Node, own: readonly number[], values: readonly number[]): readonly Leaf[] {
  switch (node.kind) {
    case 'test': {
      const index = own.indexOf(node.cell);
      return node.branches.flatMap(({ values: here, node: next }) =>
        index === -1 || here.includes(values[index]!) ? leavesWith(next, own, values) : [],
      );
    }
    case 'choose':
      return node.nodes.flatMap((one) => leavesWith(one, own, values));
    case 'leaf':
      return [node];
    case 'failure':
    case 'blocked':
      return [];
  }
}

function valuesAfter(
  writes: readonly Write[],
  own: readonly number[],
  values: readonly number[],
): readonly number[] {
  if (!writes.some(({ cell }) => own.includes(cell))) return values;
  return values.map((value, index) => writes.find(({ cell }) => cell === own[index])?.value ?? value);
}

/** Whether some leaf of a step has a store that is delayed. */
function hasDelayed(buffering: Buffering, node: Node): boolean {
  switch (node.kind) {
    case 'test':
      return node.branches.some((branch) => hasDelayed(buffering, branch.node));
    case 'choose':
      return node.nodes.some((one) => hasDelayed(buffering, one));
    case 'leaf':
      return node.writes.some(({ cell }) => buffering.cells.has(cell));
    case 'failure':
    case 'blocked':
      return false;
  }
}
