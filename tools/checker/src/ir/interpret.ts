/**
 * What a system does, read off the IR node by node: the oracle.
 *
 * Every counterexample is replayed here before anybody sees it, and the generated code is tested against it. So it
 * shares nothing with the code generators, and it is written to be obviously right rather than fast.
 */
import {
  type Check,
  type Condition,
  type Failure,
  type Leaf,
  type MonitorNode,
  mayRest,
  type Node,
  type Observed,
  type Point,
  type Signal,
  type System,
  type Write,
} from './system.js';

/** `cells[i]` is the value of `system.cells[i]`, `points[i]` the program counter of `system.processes[i]`. */
export interface State {
  readonly cells: readonly number[];
  readonly points: readonly number[];
}

/** A cell that was looked at, and the value that it held then. */
export interface Fact {
  readonly cell: number;
  readonly value: number;
}

/** A signal, and what the property looked at to give it, in this order. */
export interface Told extends Signal {
  readonly because: readonly Fact[];
}

/** One enabled move of one process. */
export type Move =
  | {
      readonly kind: 'step';
      readonly process: number;
      readonly edge: number;
      /** What the step looked at, in the state before it. */
      readonly tested: readonly Fact[];
      readonly writes: readonly Write[];
      readonly observations: readonly Observed[];
      /** From the monitors of the step, in their order; what holds in the state after it is not among them. */
      readonly signals: readonly Told[];
      readonly next: State;
    }
  | {
      readonly kind: 'failure';
      readonly process: number;
      readonly edge: number;
      readonly tested: readonly Fact[];
      readonly failure: Failure;
    };

/** Where a decision tree leads to in a state, and what was looked at on the way. */
interface Outcome {
  readonly end: Leaf | Failure | { readonly kind: 'blocked' };
  readonly tested: readonly Fact[];
}

export function initialState(system: System): State {
  return {
    cells: system.cells.map((cell) => cell.initial),
    points: system.processes.map((process) => process.entry),
  };
}

/** Every enabled move, failures included: by process, and within a process in the order of the decision tree. */
export function successorsOf(system: System, state: State): readonly Move[] {
  return system.processes.flatMap((_, process) => movesOf(system, state, process));
}

/** The enabled moves of one process. */
export function movesOf(system: System, state: State, process: number): readonly Move[] {
  const step = stepOf(system, state, process);
  if (step === null) return [];
  const moves: Move[] = [];
  for (const { end, tested } of outcomesOf(step, state.cells)) {
    if (end.kind === 'leaf') moves.push(taken(state, process, end, tested));
    if (end.kind === 'failure')
      moves.push({ kind: 'failure', process, edge: end.edge, tested, failure: end });
  }
  return moves;
}

/** The decision tree of the process's next step; null where it has ended. */
export function stepOf(system: System, state: State, process: number): Node | null {
  return pointIn(system, state, process).step;
}

function pointIn(system: System, state: State, process: number): Point {
  const point = system.processes[process]?.points[state.points[process] ?? -1];
  if (point === undefined) throw new RangeError(`process ${process} stands at no point of its own`);
  return point;
}

/** All ends that a tree can come to: several where it has a choice. */
export function outcomesOf(
  node: Node,
  cells: readonly number[],
  tested: readonly Fact[] = [],
): readonly Outcome[] {
  switch (node.kind) {
    case 'test': {
      const fact = { cell: node.cell, value: valueIn(cells, node.cell) };
      const branch = node.branches.find(({ values }) => values.includes(fact.value));
      return branch === undefined
        ? [{ end: { kind: 'blocked' }, tested: [...tested, fact] }]
        : outcomesOf(branch.node, cells, [...tested, fact]);
    }
    case 'choose':
      return node.nodes.flatMap((one) => outcomesOf(one, cells, tested));
    case 'leaf':
    case 'failure':
    case 'blocked':
      return [{ end: node, tested }];
  }
}

/** What checks say of one state: `system.invariants`, or `system.atEnd` where `isEnd` holds. */
export function signalsIn(checks: readonly Check[], state: State): readonly Told[] {
  return checks.flatMap(({ node }) => answerOf(node, state.cells).signals);
}

/** Whether a condition holds in a state. */
export function holdsIn(condition: Condition, state: State): boolean {
  if (condition.kind !== 'test') return condition.kind === 'holds';
  const value = valueIn(state.cells, condition.cell);
  const branch = condition.branches.find(({ values }) => values.includes(value));
  return branch !== undefined && holdsIn(branch.node, state);
}

/** Whether a process can step, or fail, in the state. */
export function isEnabled(system: System, state: State, process: number): boolean {
  return movesOf(system, state, process).length > 0;
}

/** No process can move: each has ended or is blocked. A process that can fail is not blocked. */
export function isEnd(system: System, state: State): boolean {
  return system.processes.every((_, process) => movesOf(system, state, process).length === 0);
}

/** No process can move, and some process has not ended. */
export function isDeadlock(system: System, state: State): boolean {
  return (
    isEnd(system, state) && system.processes.some((_, process) => !mayRest(pointIn(system, state, process)))
  );
}

export function sameState(a: State, b: State): boolean {
  return (
    a.cells.every((value, cell) => value === b.cells[cell]) &&
    a.points.every((point, process) => point === b.points[process])
  );
}

export function valueIn(cells: readonly number[], cell: number): number {
  const value = cells[cell];
  if (value === undefined) throw new RangeError(`no cell has the number ${cell}`);
  return value;
}

function taken(state: State, process: number, leaf: Leaf, tested: readonly Fact[]): Move {
  let cells = written(state.cells, leaf.writes);
  const signals: Told[] = [];
  for (const monitor of leaf.monitors) {
    const answer = answerOf(monitor, cells);
    cells = written(cells, answer.writes);
    signals.push(...answer.signals);
  }
  const points = state.points.with(process, leaf.target);
  const { edge, writes, observations } = leaf;
  return { kind: 'step', process, edge, tested, writes, observations, signals, next: { cells, points } };
}

function answerOf(
  node: MonitorNode,
  cells: readonly number[],
  because: readonly Fact[] = [],
): { readonly writes: readonly Write[]; readonly signals: readonly Told[] } {
  switch (node.kind) {
    case 'test': {
      const fact = { cell: node.cell, value: valueIn(cells, node.cell) };
      const branch = node.branches.find(({ values }) => values.includes(fact.value));
      return branch === undefined
        ? { writes: [], signals: [] }
        : answerOf(branch.node, cells, [...because, fact]);
    }
    case 'note':
      return { writes: node.writes, signals: node.signals.map((signal) => ({ ...signal, because })) };
  }
}

function written(cells: readonly number[], writes: readonly Write[]): readonly number[] {
  const after = [...cells];
  for (const { cell, value } of writes) after[cell] = value;
  return after;
}
