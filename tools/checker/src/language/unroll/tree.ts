/**
 * From a machine before a step to the decision tree of that step: each unknown cell becomes a test, with one branch for
 * all values that lead to the same.
 */
import { assert } from '../../assert.js';
import type { Branch, Condition, MonitorNode, Node, Write } from '../../ir/system.js';
import { stop } from '../problems.js';
import { placeOf } from '../program/source.js';
import type { Cell, Value } from '../value.js';
import { advance } from './advance.js';
import type { Builder } from './builder.js';
import type { Interner } from './interning.js';
import { keyOf } from './key.js';
import { cloneMachine, type Machine } from './machine.js';

/** Where a leaf leads: the process's next control point, and what the properties say. */
export interface Destination {
  readonly next: (machine: Machine) => number;
  readonly monitors: (machine: Machine) => readonly MonitorNode[];
}

/** Edges are numbered later: equal subtrees must be equal until they have been merged. */
const unnumbered = -1;

export function buildStep(builder: Builder, destination: Destination, machine: Machine): Node {
  const { interner } = builder;
  const happening = advance(builder, machine);
  switch (happening.kind) {
    case 'unknown':
      return mergedTest(builder, happening.cell, (fork) => {
        const copy = cloneMachine(machine);
        fork(copy.known);
        return buildStep(builder, destination, copy);
      });
    case 'choice': {
      noteChoice(builder, machine);
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
    }
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
      return interner.intern(leafOf(builder, destination, machine));
  }
}

/** More choices than this in one step are a loop that counts while it goes round. */
const mostChoices = 200;

function noteChoice({ texts }: Builder, machine: Machine): void {
  const key = keyOf(texts, machine);
  const frame = machine.frames.at(-1);
  assert(frame !== undefined, 'a choice is made by an active function');
  const instruction = frame.code.instructions[frame.at - 1];
  assert(instruction !== undefined, 'the choice stands before the next instruction');
  if (machine.choices.has(key) || machine.choices.size >= mostChoices)
    stop('model/endless-loop', frame.code.source, instruction.span);
  machine.choices.add(key);
}

function leafOf(builder: Builder, destination: Destination, machine: Machine): Node {
  return {
    kind: 'leaf',
    edge: unnumbered,
    writes: writesOf(builder, machine),
    target: destination.next(machine),
    observations: machine.observed.map((one) => ({
      name: one.name,
      arguments: one.args.map((arg) => builder.domains.show(arg)),
    })),
    monitors: destination.monitors(machine),
  };
}

/** Builds the subtree for each value that the cell can hold, and joins those that are the same. */
function mergedTest(
  builder: Builder,
  cell: Cell,
  build: (fork: (known: Map<Cell, Value>) => void) => Node,
): Node {
  const { branches, isWhole } = mergeBranches(builder, cell, build);
  const open = branches.filter((branch) => branch.node.kind !== 'blocked');
  const [only] = open;
  if (only === undefined) return { kind: 'blocked' };
  if (isWhole(only)) return only.node;
  return builder.interner.intern({ kind: 'test', cell: cell.index, branches: open });
}

export function mergeBranches<N extends Node | MonitorNode | Condition>(
  { domains, feasible, interner }: Builder,
  cell: Cell,
  build: (fork: (known: Map<Cell, Value>) => void) => N,
): { readonly branches: Branch<N>[]; readonly isWhole: (branch: Branch<N>) => boolean } {
  const distinct = new Map<N, number[]>();
  const values = domains.valuesOf(cell);
  const possible = feasible.valuesOf(cell);
  for (const index of possible) {
    const node = interner.intern(build((known) => known.set(cell, values[index])));
    const same = distinct.get(node);
    if (same === undefined) distinct.set(node, [index]);
    else same.push(index);
  }
  return {
    branches: [...distinct].map(([node, indices]) => ({ values: indices, node })),
    isWhole: (branch) => branch.values.length === possible.length,
  };
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
  const happening = advance(builder, machine);
  switch (happening.kind) {
    case 'unknown': {
      const { branches, isWhole } = mergeBranches(builder, happening.cell, (fork) => {
        const copy = cloneMachine(machine);
        fork(copy.known);
        return buildMonitor(builder, property, witnessed, copy);
      });
      const open = branches.filter((branch) => !isSilent(branch.node));
      const [only] = open;
      if (only === undefined) return silent;
      if (isWhole(only)) return only.node;
      return { kind: 'test', cell: happening.cell.index, branches: open };
    }
    case 'ended':
      return noteOf(builder, property, witnessed, machine);
    case 'failed':
      // A property that fails on a state it did not expect must not be silent about it.
      return { kind: 'note', writes: [], signals: [{ property, kind: 'violated' }] };
    default:
      assert(false, 'a handler has no boundaries, blocks nowhere and makes no choice');
  }
}

function noteOf(builder: Builder, property: number, witnessed: Cell | null, machine: Machine): MonitorNode {
  if (witnessed !== null && machine.signals.has('witnessed')) machine.writes.set(witnessed, true);
  const signals = [...machine.signals].map((kind) => ({ property, kind }));
  return { kind: 'note', writes: writesOf(builder, machine), signals };
}

function writesOf({ domains, feasible }: Builder, machine: Machine): Write[] {
  return [...machine.writes]
    .map(([cell, written]) => {
      const value = domains.indexOf(cell, written);
      feasible.add(cell, value);
      return { cell: cell.index, value };
    })
    .sort((a, b) => a.cell - b.cell);
}

const silent: MonitorNode = { kind: 'note', writes: [], signals: [] };

export function isSilent(node: MonitorNode): boolean {
  return node.kind === 'test'
    ? node.branches.length === 0
    : node.writes.length === 0 && node.signals.length === 0;
}
