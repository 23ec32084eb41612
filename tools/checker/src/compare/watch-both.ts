/**
 * Two promises watched in one run, as a transformation of a system: no search knows of it.
 *
 * A promise that is broken stays broken, so only a whole run tells that one of two promises forbids it and the other does
 * not. Each side gets a cell that is set in the very step that breaks its promise, or that leads to a state which does; the
 * run goes on. Where no step leads on, a check tells whether exactly one side forbids the run (end-check.ts). A run that never
 * ends is asked about by liveness properties (endless.ts), on the same cells.
 *
 * What a promise says of states is asked in the steps that change what it reads, and nowhere else. Under total store order
 * this is done to the system with its buffers: then checks of states see memory, as they do everywhere.
 */
import { holdsIn, initialState, type State, signalsIn } from '../ir/interpret.js';
import type {
  Cell,
  Check,
  Leaf,
  MonitorNode,
  Node,
  PropertyInfo,
  Signal,
  System,
  Write,
} from '../ir/system.js';
import { all, cellsRead, decided, is, type Tree } from './decision.js';
import { endCheck, type Says } from './end-check.js';
import { type EndlessQuestion, endlessQuestions, type OpenGoal, type Watching } from './endless.js';
import { claimOf, doneTo, isOf, otherSide, type Pair, type Side, sides, signalOf } from './pair.js';

export interface Both {
  readonly system: System;
  /** For each side a cell that is 1 where it is broken. */
  readonly bits: Readonly<Record<Side, number>>;
  /**
   * For each side a property that is `violated` at the end of a run that this side alone forbids. It `applies` where a run may
   * be that far, and may be an endless one that this side alone forbids.
   */
  readonly only: Readonly<Record<Side, number>>;
  /** For each side a property that is `violated` in each state in which this side is broken and the other not. */
  readonly soFar: Readonly<Record<Side, number>>;
  /** For each side liveness properties, one of which is violated by an endless run that this side alone forbids. */
  readonly endless: Readonly<Record<Side, readonly number[]>>;
}

type Note = Extract<MonitorNode, { readonly kind: 'note' }>;

const silent: Note = { kind: 'note', writes: [], signals: [] };

/** Null where the checks on ends are too many to be asked at once. */
export function watchBoth(system: System, pair: Pair): Both | null {
  const watching = watchingOf(system, pair);
  const { cells, bits } = watching;
  const count = system.properties.length;
  const only = { before: count, after: count + 1 };
  const soFar = { before: count + 2, after: count + 3 };
  const ends = endCheck(cells, {
    questions: endQuestions(watching),
    bits,
    answer: (side) => saying(only[side], 'violated'),
  });
  if (ends === null) return null;
  const asked = { before: endlessQuestions(watching, 'before'), after: endlessQuestions(watching, 'after') };
  const first = { before: soFar.after + 1, after: soFar.after + 1 + asked.before.length };
  const each = <T>(make: (side: Side, question: EndlessQuestion) => T): readonly T[] =>
    sides.flatMap((side) => asked[side].map((question) => make(side, question)));
  return {
    system: {
      ...system,
      cells,
      processes: watchedProcesses(watching),
      properties: [
        ...system.properties,
        ...[...sides, ...sides].map((side): PropertyInfo => {
          return { ...claimOf(system, pair, side), kind: 'always' };
        }),
        ...each(
          (side, { liveness }): PropertyInfo => ({
            ...claimOf(system, pair, side),
            kind: 'liveness',
            ...liveness,
          }),
        ),
      ],
      invariants: [
        ...system.invariants,
        ...sides.map((side): Check => {
          const alone = all(cells, [is(bits[side], true), is(bits[otherSide(side)], false)]);
          const broken = saying(soFar[side], 'violated');
          return { property: soFar[side], node: decided<Note>(cells, alone, broken, silent) };
        }),
        ...each(
          (side, { region }): Check => ({
            property: only[side],
            node: decided<Note>(cells, region, saying(only[side], 'applies'), silent),
          }),
        ),
      ],
      atEnd: [...system.atEnd, { property: only.before, node: ends }],
    },
    bits,
    only,
    soFar,
    endless: {
      before: asked.before.map((_, index) => first.before + index),
      after: asked.after.map((_, index) => first.after + index),
    },
  };
}

function watchingOf(system: System, pair: Pair): Watching {
  const { cells, properties } = system;
  const start = initialState(system);
  const bits = { before: cells.length, after: cells.length + 1 };
  const forbidden = sidesSaid(system, pair, signalsIn(system.invariants, start));
  const goals = properties.flatMap((info, property) =>
    info.kind === 'liveness' && sides.some((side) => isOf(pair, side, property))
      ? info.goals.map((goal) => ({ property, goal }))
      : [],
  );
  const open = goals.map((one, index): OpenGoal => ({ ...one, cell: cells.length + sides.length + index }));
  return {
    system,
    pair,
    bits,
    goals: open,
    cells: [
      ...cells,
      ...sides.map((side) =>
        flag(`${side} the change it is ${doneTo(system, pair)}`, forbidden.includes(side)),
      ),
      ...goals.map(({ property, goal }, index) =>
        flag(`${properties[property]!.id}: goal ${index + 1} is open`, isOpen(goal, start)),
      ),
    ],
  };
}

function isOpen({ from, to }: OpenGoal['goal'], start: State): boolean {
  return !holdsIn(to, start) && (from === null || holdsIn(from, start));
}

function flag(name: string, isSet: boolean): Cell {
  return { name, domain: ['false', 'true'], initial: isSet ? 1 : 0, role: 'monitor' };
}

function saying(property: number, kind: Signal['kind']): Note {
  return { ...silent, signals: [{ property, kind }] };
}

function setting(cell: number, value: number): Note {
  return { ...silent, writes: [{ cell, value }] };
}

/** Those of whose properties one says what counts: that a promise is broken, or a permission used. */
function sidesSaid(system: System, pair: Pair, signals: readonly Signal[]): readonly Side[] {
  const counted = signalOf(system, pair);
  return sides.filter((side) =>
    signals.some(({ property, kind }) => kind === counted && isOf(pair, side, property)),
  );
}

/** Every step remembers what it breaks. */
function watchedProcesses(watching: Watching): System['processes'] {
  const { system, pair, bits, cells, goals } = watching;
  const setBits = (signals: readonly Signal[]): readonly Write[] =>
    sidesSaid(system, pair, signals).map((side) => ({ cell: bits[side], value: 1 }));
  const mark = replacing((note) => ({ ...note, writes: [...note.writes, ...setBits(note.signals)] }));
  const remember = replacing((note) => ({ ...silent, writes: setBits(note.signals) }));
  const updates = [
    ...system.invariants
      .filter(({ property }) => sides.some((side) => isOf(pair, side, property)))
      .map(({ node }) => remember(node)),
    ...goals.map(({ cell, goal: { from, to } }) => {
      const opened = from === null ? silent : decided<Note>(cells, from, setting(cell, 1), silent);
      return decided<Note>(cells, to, setting(cell, 0), opened);
    }),
  ].map((node) => ({ node, reads: [...cellsRead(node)] }));
  const watched = (leaf: Leaf): Leaf => {
    const changed = new Set([...leaf.writes, ...leaf.monitors.flatMap(writesOf)].map(({ cell }) => cell));
    const asked = updates.filter(({ reads }) => reads.some((cell) => changed.has(cell)));
    if (leaf.monitors.length === 0 && asked.length === 0) return leaf;
    return { ...leaf, monitors: [...leaf.monitors.map(mark), ...asked.map(({ node }) => node)] };
  };
  return system.processes.map((process) => ({
    ...process,
    points: process.points.map((point) =>
      point.step === null ? point : { ...point, step: withLeaves(point.step, watched) },
    ),
  }));
}

/** Puts another note in the place of each; what stands in several places stays one. */
function replacing(change: (note: Note) => Note): (node: MonitorNode) => MonitorNode {
  const known = new Map<MonitorNode, MonitorNode>();
  const replace = (node: MonitorNode): MonitorNode => {
    const done = known.get(node);
    if (done !== undefined) return done;
    const made: MonitorNode =
      node.kind === 'note'
        ? change(node)
        : {
            ...node,
            branches: node.branches.map(({ values, node: next }) => ({ values, node: replace(next) })),
          };
    known.set(node, made);
    return made;
  };
  return replace;
}

function writesOf(node: MonitorNode): readonly Write[] {
  return node.kind === 'note' ? node.writes : node.branches.flatMap((branch) => writesOf(branch.node));
}

function withLeaves(node: Node, change: (leaf: Leaf) => Leaf): Node {
  switch (node.kind) {
    case 'test':
      return {
        ...node,
        branches: node.branches.map((branch) => ({ ...branch, node: withLeaves(branch.node, change) })),
      };
    case 'choose':
      return { ...node, nodes: node.nodes.map((one) => withLeaves(one, change)) };
    case 'leaf':
      return change(node);
    case 'failure':
    case 'blocked':
      return node;
  }
}

/** What the checks on ends say, and what a goal says that is open where nothing happens any more. */
function endQuestions({ system, pair, cells, goals }: Watching): readonly Tree<Says>[] {
  const saidBy = (node: MonitorNode): Tree<Says> =>
    node.kind === 'note'
      ? { kind: 'says', sides: sidesSaid(system, pair, node.signals) }
      : {
          ...node,
          branches: node.branches.map(({ values, node: next }) => ({ values, node: saidBy(next) })),
        };
  const nobody: Says = { kind: 'says', sides: [] };
  const left = goals.map(({ property, cell }) => {
    const info = system.properties[property]!;
    const assumed = info.kind === 'liveness' ? info.assumptions : [];
    const forbidding: Says = { kind: 'says', sides: sides.filter((side) => isOf(pair, side, property)) };
    return decided<Says>(cells, all(cells, [...assumed, is(cell, true)]), forbidding, nobody);
  });
  const own = system.atEnd.filter(({ property }) => sides.some((side) => isOf(pair, side, property)));
  return [...own.map(({ node }) => saidBy(node)), ...left];
}
