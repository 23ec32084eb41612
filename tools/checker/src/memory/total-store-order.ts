/**
 * Total store order as a transformation of a system: what x86 does, and what every machine does at least.
 *
 * Each process gets a buffer. Its stores go there, and reach memory one after the other, oldest first, whenever they like: a
 * process of its own does that. A read takes the process's own newest store to the cell, and memory where there is none. A full
 * fence, a locked instruction and the taking of a lock wait until the buffer is empty; all else that orders is free, since
 * this memory keeps it anyway. A run ends when the buffers are empty.
 *
 * The trick is that a buffer is one cell, whose values are the contents that it can have (buffer-contents.ts): no slots to
 * shift, a few bits, and a read is one test more. The result is a system like any other, for every reader of the IR.
 *
 * What stands for more than one access, or for none:
 *
 * * `when` reads through the buffer. It does not wait for it: a loop that looks again and again does not either.
 * * `atomic` that writes what others look at is one locked instruction, or what a lock that is not modelled guards, which
 *   is taken by one: it waits for the empty buffer and writes to memory. So it hides that its own stores may be late, and
 *   code that is judged by its fences must not stand in it. An `atomic` that only reads does as `when`.
 * * A fence on another's processor is an interrupt there: it writes all that the other's buffer holds in its own step, and
 *   never waits for it, since who stores for ever would starve it. Nobody sees memory between these stores, but in other
 *   runs, where the buffer gave them up one by one just before.
 * * A property's handler sees what the process sees in whose step it runs. Checks on states see memory.
 * * A cell that one process alone touches, and that no check on states compares with another, is written through
 *   (cell-use.ts).
 */

import { assert } from '../assert.js';
import type {
  Branch,
  Cell,
  Leaf,
  Node,
  Point,
  Process,
  Store,
  StoreBuffer,
  System,
  Write,
} from '../ir/system.js';
import { type BufferContents, bufferContents, type Case } from './buffer-contents.js';
import { cellUse } from './cell-use.js';
import { type Buffering, type Manner, mannerOf } from './known-buffer.js';
import { oldestOf } from './view.js';

export interface Buffered {
  readonly system: System;
  /** Stores in the longest content that a buffer can have. */
  readonly longest: number;
  /**
   * Edges by which a buffer becomes full, where a store may come that then has to wait. If an exploration takes none of them,
   * no longer buffer would show more.
   */
  readonly filling: readonly { readonly process: number; readonly edge: number }[];
}

export interface BufferOptions {
  /** Fences that are left out: they order nothing. */
  readonly isRemoved?: (point: Point) => boolean;
  /** A buffer whose length has no bound gets room for this many stores. */
  readonly mostStores?: number;
}

const usualMostStores = 64;
const limits = { contents: 16_384, situations: 1_000_000 };
const noLimits = { contents: Number.POSITIVE_INFINITY, situations: Number.POSITIVE_INFINITY };

export function totalStoreOrder(system: System, options: BufferOptions = {}): Buffered {
  assert(system.buffers === undefined, 'the system has no buffers yet');
  const { buffered: cells, shared, own } = cellUse(system);
  const found = system.processes.map((process, index) =>
    contentsOf({ system, cells, shared }, process, own[index]!, options),
  );
  const buffers: StoreBuffer[] = [];
  const added: Cell[] = [];
  found.forEach(({ contents }, process) => {
    if (contents.length === 1) return;
    buffers.push({ process, cell: system.cells.length + added.length, contents });
    added.push(bufferCell(system, process, contents));
  });
  const bufferCells = system.processes.map(
    (_, process) => buffers.find((buffer) => buffer.process === process)?.cell ?? null,
  );
  const filling: { process: number; edge: number }[] = [];
  const processes = system.processes.map((process, index) => {
    const { contents, mayFill } = found[index]!;
    const room = longestOf(contents);
    const emit = newEmitter(found[index]!, bufferCells[index]!, (edge, stores) => {
      if (mayFill && stores === room) filling.push({ process: index, edge });
    });
    const points = process.points.map((point, number): Point => {
      if (point.step === null) return point;
      const isRemoved = options.isRemoved?.(point) === true;
      const emptied = isRemoved ? undefined : emptiedBy(system, buffers, index, point);
      const step = emit(found[index]!.cases[number]!, emptied);
      // What is left out has no effect, and is no fence to whoever reads the run.
      return isRemoved ? { ...point, action: { kind: 'local' }, step } : { ...point, step };
    });
    return { ...process, points };
  });
  return {
    system: {
      ...system,
      cells: [...system.cells, ...added],
      processes: [...processes, ...buffers.map((buffer) => flusher(system, buffer, found))],
      buffers,
    },
    longest: Math.max(0, ...found.map(({ contents }) => longestOf(contents))),
    filling,
  };
}

function contentsOf(
  base: Omit<Buffering, 'room'>,
  process: Process,
  own: readonly number[],
  { isRemoved, mostStores = usualMostStores }: BufferOptions,
): BufferContents {
  const manners = process.points.map(
    (point): Manner => (isRemoved?.(point) === true ? 'buffers' : mannerOf(point.action)),
  );
  // What does not end, or is too much, is tried with less room; at last with room for one store, which is never too much.
  for (let room = mostStores; room > 0; room = Math.floor(room / 2)) {
    const contents = bufferContents({ ...base, room }, process, manners, own, limits);
    if (contents !== null) return contents;
  }
  const smallest = bufferContents({ ...base, room: 1 }, process, manners, [], noLimits);
  assert(smallest !== null, 'nothing is too much where there is no limit');
  return smallest;
}

function bufferCell(system: System, process: number, contents: StoreBuffer['contents']): Cell {
  const textOf = ({ cell, value, joined }: Store, index: number): string =>
    `${index === 0 ? '' : joined === true ? ', ' : '; '}${system.cells[cell]!.name} = ${system.cells[cell]!.domain[value]}`;
  return {
    name: bufferName(system, process),
    domain: contents.map((stores) => (stores.length === 0 ? 'empty' : stores.map(textOf).join(''))),
    initial: 0,
    role: 'shared',
  };
}

function bufferName(system: System, process: number): string {
  return `${system.processes[process]!.name}'s buffer`;
}

/** Builds the steps of a process from its cases, and numbers their edges. */
function newEmitter(
  { contents, numberOf }: BufferContents,
  bufferCell: number | null,
  onStore: (edge: number, stores: number) => void,
): (cases: readonly Case[], emptied: StoreBuffer | undefined) => Node {
  let edge = 0;
  const emit = ({ contents: held, known }: Case, node: Node, emptied: StoreBuffer | undefined): Node => {
    switch (node.kind) {
      case 'test':
        return {
          ...node,
          branches: node.branches.map(({ values, node: next }) => ({
            values,
            node: emit({ contents: held, known }, next, emptied),
          })),
        };
      case 'choose':
        return { ...node, nodes: node.nodes.map((one) => emit({ contents: held, known }, one, emptied)) };
      case 'leaf': {
        const added = known.added.get(node) ?? [];
        if (added === 'wait') return { kind: 'blocked' };
        if (emptied !== undefined) return emptying(node, emptied, () => edge++);
        if (added.length === 0) return { ...node, edge: edge++ };
        const [before] = held;
        assert(held.length === 1 && before !== undefined, 'a step that stores is built for each content');
        assert(bufferCell !== null, 'who delays a store has a buffer');
        const after = [...contents[before]!, ...added];
        onStore(edge, after.length);
        return withStore(node, edge++, { cell: bufferCell, value: numberOf(after) });
      }
      case 'failure':
        return { ...node, edge: edge++ };
      case 'blocked':
        return node;
    }
  };
  return (cases, emptied) => {
    const branches = cases
      .map((one): Branch<Node> => ({ values: one.contents, node: emit(one, one.known.node, emptied) }))
      .filter(({ node }) => node.kind !== 'blocked');
    const [only] = branches;
    if (only === undefined) return { kind: 'blocked' };
    return cases.length === 1 || bufferCell === null
      ? only.node
      : { kind: 'test', cell: bufferCell, branches };
  };
}

function withStore(leaf: Leaf, edge: number, store: Write): Leaf {
  return { ...leaf, edge, writes: [...leaf.writes, store] };
}

/** The buffer of another process on whose processor a fence is made; undefined where there is none. */
function emptiedBy(
  { processes }: System,
  buffers: readonly StoreBuffer[],
  self: number,
  { action }: Point,
): StoreBuffer | undefined {
  if (action.kind !== 'fence' || action.on === undefined || action.on === processes[self]!.name)
    return undefined;
  const other = processes.findIndex(({ name }) => name === action.on);
  return buffers.find(({ process }) => process === other);
}

/** The leaf for each content of the buffer, all of which it writes to memory: of each cell the newest store stays. */
function emptying(leaf: Leaf, { cell, contents }: StoreBuffer, nextEdge: () => number): Node {
  const branches = contents.map((stores, content): Branch<Node> => {
    const newest = new Map(stores.map((store) => [store.cell, store.value]));
    const written = [...newest].map(([of, value]): Write => ({ cell: of, value }));
    const writes = content === 0 ? leaf.writes : [...leaf.writes, ...written, { cell, value: 0 }];
    return { values: [content], node: { ...leaf, edge: nextEdge(), writes } };
  });
  return { kind: 'test', cell, branches };
}

/** The process that lets a buffer's stores reach memory, oldest first. It stands at one point for ever. */
function flusher(system: System, buffer: StoreBuffer, found: readonly BufferContents[]): Process {
  const { process, cell, contents } = buffer;
  const { rests } = found[process]!;
  const owner = system.processes[process]!;
  const branches = contents.flatMap((stores, content): Branch<Node>[] => {
    if (stores.length === 0) return [];
    const oldest = oldestOf(stores).map(({ cell: of, value }): Write => ({ cell: of, value }));
    const leaf: Leaf = {
      kind: 'leaf',
      edge: content - 1,
      writes: [...oldest, { cell, value: rests[content]! }],
      target: 0,
      observations: [],
      monitors: [],
    };
    return [{ values: [content], node: leaf }];
  });
  return {
    name: bufferName(system, process),
    entry: 0,
    points: [
      {
        action: { kind: 'flush', process },
        place: owner.points[owner.entry]!.place,
        functions: [],
        step: { kind: 'test', cell, branches },
      },
    ],
  };
}

function longestOf(contents: StoreBuffer['contents']): number {
  return Math.max(...contents.map((stores) => stores.length));
}
