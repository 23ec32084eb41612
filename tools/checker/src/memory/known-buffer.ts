/**
 * A step of a process whose buffer is known to hold certain stores: a tree in which every read of a cell that is among
 * them is decided, since a process reads its own newest store before memory.
 */
import type { Action, Leaf, MonitorNode, Node, Point, Store, System, Write } from '../ir/system.js';
import { newestStore } from './view.js';

/** How a step treats the buffer of its process. */
export type Manner =
  /** Its stores go to the end of the buffer. */
  | 'buffers'
  /** The whole step waits until the buffer is empty: a full fence, a locked instruction, the taking of a lock. */
  | 'drains'
  /**
   * `atomic`: where it writes what others look at, it is as one locked instruction, and waits; where it only reads, it
   * reads through the buffer and does not. What only checks look at goes to the buffer, and reaches memory in one step.
   */
  | 'drains-to-write';

export function mannerOf(action: Action): Manner {
  switch (action.kind) {
    case 'rmw':
    case 'lock':
      return 'drains';
    case 'fence':
      return action.order === 'mb' ? 'drains' : 'buffers';
    case 'atomic':
      return 'drains-to-write';
    case 'read':
    case 'write':
    case 'unlock':
    case 'when':
    case 'observe':
    case 'local':
    case 'flush':
    case 'end':
      return 'buffers';
  }
}

/** The step, and what becomes of the buffer at each of its leaves. */
export interface KnownStep {
  readonly node: Node;
  /** By leaf of `node`: the stores that it adds to the buffer; `wait` where they find no room. */
  readonly added: ReadonlyMap<Leaf, readonly Store[] | 'wait'>;
}

export interface Buffering {
  readonly system: System;
  /** The cells whose stores are delayed. */
  readonly cells: ReadonlySet<number>;
  /** Those of them that other processes look at. */
  readonly shared: ReadonlySet<number>;
  /** Stores that a buffer has room for. */
  readonly room: number;
}

/** Leaves still write to memory only; edges are those of the original step. */
export function knownStep(
  { cells, shared, room }: Buffering,
  manner: Manner,
  step: Node,
  stores: readonly Store[],
): KnownStep {
  const added = new Map<Leaf, readonly Store[] | 'wait'>();
  const leafOf = (leaf: Leaf): Node => {
    const delayed = leaf.writes.filter(({ cell }) => cells.has(cell));
    if (writesAtOnce(manner, delayed, shared)) {
      if (stores.length > 0) return blocked;
      added.set(leaf, []);
      return leaf;
    }
    const together = delayed.map((one, index): Store => (index === 0 ? one : { ...one, joined: true }));
    const after = [...stores, ...together];
    const known: Leaf = {
      ...leaf,
      writes: leaf.writes.filter((write) => !delayed.includes(write)),
      monitors: leaf.monitors.flatMap((monitor) => {
        const seen = knownMonitor(monitor, after);
        return seen === null ? [] : [seen];
      }),
    };
    added.set(known, after.length > room ? 'wait' : together);
    return known;
  };
  const visit = (node: Node): Node => {
    switch (node.kind) {
      case 'test': {
        const value = newestStore(stores, node.cell);
        if (value !== undefined) {
          const branch = node.branches.find(({ values }) => values.includes(value));
          return branch === undefined ? blocked : visit(branch.node);
        }
        const branches = node.branches
          .map(({ values, node: next }) => ({ values, node: visit(next) }))
          .filter(({ node: next }) => next.kind !== 'blocked');
        return branches.length === 0 ? blocked : { ...node, branches };
      }
      case 'choose': {
        const nodes = node.nodes.map(visit).filter(({ kind }) => kind !== 'blocked');
        return nodes.length === 0 ? blocked : { ...node, nodes };
      }
      case 'leaf':
        return leafOf(node);
      case 'failure':
      case 'blocked':
        return node;
    }
  };
  const node = manner === 'drains' && stores.length > 0 ? blocked : visit(step);
  return { node, added };
}

const blocked: Node = { kind: 'blocked' };

/** `delayed`: the writes of a step that would go to the buffer. */
function writesAtOnce(manner: Manner, delayed: readonly Write[], shared: ReadonlySet<number>): boolean {
  switch (manner) {
    case 'buffers':
      return false;
    case 'drains':
      return true;
    case 'drains-to-write':
      return delayed.some(({ cell }) => shared.has(cell));
  }
}

/** A handler runs in the step of its observation, and sees what the process sees that makes it. Null: it says nothing. */
function knownMonitor(monitor: MonitorNode, stores: readonly Write[]): MonitorNode | null {
  if (stores.length === 0 || monitor.kind === 'note') return monitor;
  const value = newestStore(stores, monitor.cell);
  if (value !== undefined) {
    const branch = monitor.branches.find(({ values }) => values.includes(value));
    return branch === undefined ? null : knownMonitor(branch.node, stores);
  }
  const branches = monitor.branches.flatMap(({ values, node }) => {
    const known = knownMonitor(node, stores);
    return known === null ? [] : [{ values, node: known }];
  });
  return branches.length === 0 ? null : { ...monitor, branches };
}

/** The cells that a step and its handlers look at: two contents that agree on these are one case to it. */
export function cellsLookedAt({ step }: Point): ReadonlySet<number> {
  const looked = new Set<number>();
  const visit = (node: Node | MonitorNode): void => {
    switch (node.kind) {
      case 'test':
        looked.add(node.cell);
        for (const branch of node.branches) visit(branch.node);
        return;
      case 'choose':
        for (const one of node.nodes) visit(one);
        return;
      case 'leaf':
        for (const monitor of node.monitors) visit(monitor);
        return;
      case 'note':
      case 'failure':
      case 'blocked':
        return;
    }
  };
  if (step !== null) visit(step);
  return looked;
}
