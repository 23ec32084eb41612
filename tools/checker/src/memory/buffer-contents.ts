/**
 * What the buffer of a process can hold, and at which of its points: all that comes about if every read of memory gives any
 * value. So the longest content is known before a state is explored, and needs no bound, but where a process stores in a loop
 * without ever waiting for its buffer.
 */
import { assert } from '../assert.js';
import type { Node, Process, Write } from '../ir/system.js';
import { type Buffering, cellsLookedAt, type KnownStep, knownStep, type Manner } from './known-buffer.js';
import { newestStore } from './view.js';

export interface BufferContents {
  /** Oldest store first; the first content is the empty one. */
  readonly contents: readonly (readonly Write[])[];
  /** By the number of a content, what is left when its oldest store has gone; 0 for the empty one. */
  readonly rests: readonly number[];
  /** By point: what a step is for the contents that it does not tell apart. Contents are ascending. */
  readonly cases: readonly (readonly Case[])[];
  /** The number of a content. */
  readonly numberOf: (stores: readonly Write[]) => number;
  /** Some store may find no room: whether one does is for the exploration to tell. */
  readonly mayFill: boolean;
}

export interface Case {
  readonly contents: readonly number[];
  readonly known: KnownStep;
}

/** Null where there are more contents than `most`. */
export function bufferContents(
  buffering: Buffering,
  process: Process,
  manners: readonly Manner[],
  most: number,
): BufferContents | null {
  const contents: (readonly Write[])[] = [];
  const rests: number[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (stores: readonly Write[]): number => {
    const text = stores.map(({ cell, value }) => `${cell}=${value}`).join();
    const known = numbers.get(text);
    if (known !== undefined) return known;
    const number = contents.length;
    numbers.set(text, number);
    contents.push(stores);
    rests.push(0);
    if (stores.length > 0) rests[number] = numberOf(stores.slice(1));
    return number;
  };
  const empty = numberOf([]);
  assert(empty === 0, 'the empty content is the first');

  const points = process.points.map((point, index) => ({
    step: point.step,
    manner: manners[index]!,
    looked: [...cellsLookedAt(point)],
    stores: point.step !== null && stores(buffering, point.step),
    seen: new Set<number>(),
    cases: new Map<string, { contents: number[]; known: KnownStep }>(),
  }));
  const waiting: (readonly [point: number, content: number])[] = [];
  const arrive = (point: number, content: number): void => {
    for (let rest = content; !points[point]!.seen.has(rest); rest = rests[rest]!) {
      points[point]!.seen.add(rest);
      waiting.push([point, rest]);
    }
  };
  let mayFill = false;
  arrive(process.entry, empty);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (contents.length > most) return null;
    const [point, content] = next;
    const { step, manner, looked, stores: adds, cases } = points[point]!;
    if (step === null) continue;
    const held = contents[content]!;
    const sight = looked.map((cell) => newestStore(held, cell) ?? '').join();
    const key = adds || manner !== 'buffers' ? `${content}` : sight;
    let one = cases.get(key);
    if (one === undefined) {
      one = { contents: [], known: knownStep(buffering, manner, step, held) };
      cases.set(key, one);
    }
    one.contents.push(content);
    if (one.known.waitsForRoom) mayFill = true;
    for (const [leaf, added] of one.known.added)
      arrive(leaf.target, added.length === 0 ? content : numberOf([...held, ...added]));
  }
  return {
    contents,
    rests,
    cases: points.map(({ cases }) =>
      [...cases.values()].map(({ contents: all, known }) => ({
        contents: all.sort((a, b) => a - b),
        known,
      })),
    ),
    numberOf,
    mayFill,
  };
}

/** Whether some leaf of a step has a store that is delayed. */
function stores(buffering: Buffering, node: Node): boolean {
  switch (node.kind) {
    case 'test':
      return node.branches.some((branch) => stores(buffering, branch.node));
    case 'choose':
      return node.nodes.some((one) => stores(buffering, one));
    case 'leaf':
      return node.writes.some(({ cell }) => buffering.cells.has(cell));
    case 'failure':
    case 'blocked':
      return false;
  }
}
