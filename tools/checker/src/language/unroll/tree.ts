/**
 * From a machine before a step to the decision tree of that step: each unknown cell becomes a test, with one branch for
 * all values that lead to the same.
 */
import { assert } from '../../assert.js';
import type { Branch, MonitorNode, Node, Write } from '../../ir/system.js';
import type { Domains } from '../domain/domains.js';
import { placeOf } from '../program/source.js';
import type { Cell, Value } from '../value.js';
import { advance } from './advance.js';
import type { Builder } from './builder.js';
import type { Interner } from './interning.js';
import { cloneMachine, type Machine } from './machine.js';

/** Where a leaf leads: the process's next control point, and what the properties say. */
export interface Destination {
  readonly next: (machine: Machine) => number;
  readonly monitors: (machine: Machine) => readonly MonitorNode[];
}

/** Edges are numbered later: equal subtrees must be equal until they have been merged. */
const unnumbered = -1;

export function buildStep(builder: Builder, destination: Destination, machine: Machine): Node {
  const { domains, interner } = builder;
  const happening = advance(builder, machine);
  switch (happening.kind) {
    case 'unknown':
      return mergedTest(builder, happening.cell, (fork) => {
        const copy = cloneMachine(machine);
        fork(copy.known);
        return buildStep(builder, destination, copy);
      });
    case 'choice':
      return choiceOf(
        interner,
        happening.values.map((value) => {
          const copy = cloneMachine(machine);
          const frame = copy.frames.at(-1);
          assert(frame !== undefined, 'a choice is made by an active function');
          frame.slots[happening.to] = value;
          return buildStep(builder, destination, copy);
        }),
      );
    case 'blocked':
      return { kind: 'blocked' };
    case 'failed':
      return {
        kind: 'failure',
        edge: unnumbered,
        message: happening.message,
        place: placeOf(happening.source, happening.span),
      };
    case 'boundary':
    case 'ended':
      return interner.intern(leafOf(domains, destination, machine));
  }
}

function leafOf(domains: Domains, destination: Destination, machine: Machine): Node {
  return {
    kind: 'leaf',
    edge: unnumbered,
    writes: writesOf(domains, machine),
    target: destination.next(machine),
    observations: machine.observed.map((one) => ({
      name: one.name,
      arguments: one.args.map((arg) => domains.show(arg)),
    })),
    monitors: destination.monitors(machine),
  };
}

/** Builds the subtree for each value of a cell, and joins those that are the same. */
function mergedTest(
  { domains, interner }: Builder,
  cell: Cell,
  build: (fork: (known: Map<Cell, Value>) => void) => Node,
): Node {
  const branches = mergeBranches(domains, interner, cell, build);
  const open = branches.filter((branch) => branch.node.kind !== 'blocked');
  const [only] = open;
  if (only === undefined) return { kind: 'blocked' };
  if (only.values.length === domains.valuesOf(cell).length) return only.node;
  return interner.intern({ kind: 'test', cell: cell.index, branches: open });
}

function mergeBranches<N extends Node | MonitorNode>(
  domains: Domains,
  interner: Interner,
  cell: Cell,
  build: (fork: (known: Map<Cell, Value>) => void) => N,
): Branch<N>[] {
  const distinct = new Map<N, number[]>();
  for (const [index, value] of domains.valuesOf(cell).entries()) {
    const node = interner.intern(build((known) => known.set(cell, value)));
    const values = distinct.get(node);
    if (values === undefined) distinct.set(node, [index]);
    else values.push(index);
  }
  return [...distinct].map(([node, values]) => ({ values, node }));
}

function choiceOf(interner: Interner, nodes: readonly Node[]): Node {
  const distinct = new Set<Node>();
  for (const node of nodes) {
    for (const one of node.kind === 'choose' ? node.nodes : [node])
      if (one.kind !== 'blocked') distinct.add(interner.intern(one));
  }
  const [first] = distinct;
  if (first === undefined) return { kind: 'blocked' };
  return distinct.size === 1 ? first : { kind: 'choose', nodes: [...distinct] };
}

/** Runs a handler on the state after a step (or on any state), as a tree over the cells that it reads. */
export function buildMonitor(
  builder: Builder,
  property: number,
  witnessed: Cell | null,
  machine: Machine,
): MonitorNode {
  const { domains, interner } = builder;
  const happening = advance(builder, machine);
  switch (happening.kind) {
    case 'unknown': {
      const branches = mergeBranches(domains, interner, happening.cell, (fork) => {
        const copy = cloneMachine(machine);
        fork(copy.known);
        return buildMonitor(builder, property, witnessed, copy);
      });
      const open = branches.filter((branch) => !isSilent(branch.node));
      const [only] = open;
      if (only === undefined) return silent;
      if (only.values.length === domains.valuesOf(happening.cell).length) return only.node;
      return { kind: 'test', cell: happening.cell.index, branches: open };
    }
    case 'ended':
      return noteOf(domains, property, witnessed, machine);
    case 'failed':
      // A property that fails on a state it did not expect must not be silent about it.
      return { kind: 'note', writes: [], signals: [{ property, kind: 'violated' }] };
    default:
      assert(false, 'a handler has no boundaries, blocks nowhere and makes no choice');
  }
}

function noteOf(domains: Domains, property: number, witnessed: Cell | null, machine: Machine): MonitorNode {
  if (witnessed !== null && machine.signals.has('witnessed')) machine.writes.set(witnessed, true);
  const signals = [...machine.signals].map((kind) => ({ property, kind }));
  return { kind: 'note', writes: writesOf(domains, machine), signals };
}

function writesOf(domains: Domains, machine: Machine): Write[] {
  return [...machine.writes]
    .map(([cell, value]) => ({ cell: cell.index, value: domains.indexOf(cell, value) }))
    .sort((a, b) => a.cell - b.cell);
}

const silent: MonitorNode = { kind: 'note', writes: [], signals: [] };

export function isSilent(node: MonitorNode): boolean {
  return node.kind === 'note' && node.writes.length === 0 && node.signals.length === 0;
}
