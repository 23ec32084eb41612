/**
 * From the body of a process to its control points: every position it can be in between two steps, with every
 * combination of live locals there.
 */
import { assert } from '../../assert.js';
import type { Action, MonitorNode, Node, Point, Process } from '../../ir/system.js';
import type { Code } from '../lower/code.js';
import { stop } from '../problems.js';
import { placeOf } from '../program/source.js';
import { type Cell, type FunctionValue, isComposite, show, type Value } from '../value.js';
import { cellOf } from './access.js';
import type { Builder } from './builder.js';
import { keyOf } from './key.js';
import { atBoundary, cloneMachine, type Frame, type Machine, newFrame, newMachine } from './machine.js';
import { buildStep, type Destination } from './tree.js';

/** A process with more control points than this is refused: its locals are not bounded as its author thinks. */
const mostPoints = 1 << 16;

/** A process that is being unrolled. */
export interface Unrolling {
  /** Builds the steps that are new or out of date. */
  readonly build: () => void;
  /** Puts the steps out of date that depend on the possible values of these cells. */
  readonly renew: (grown: ReadonlySet<Cell>) => void;
  /** Puts the steps out of date that observe something. */
  readonly renewObserving: () => void;
  /** When nothing is out of date. */
  readonly result: () => Process;
}

interface Draft {
  readonly machine: Machine;
  readonly point: Point;
  asked: ReadonlyMap<Cell, number>;
  observes: boolean;
}

export function newUnrolling(
  builder: Builder,
  name: string,
  body: FunctionValue,
  monitors: (machine: Machine) => readonly MonitorNode[],
): Unrolling {
  const drafts: Draft[] = [];
  const steps: (Node | null)[] = [];
  const numbers = new Map<string, number>();
  const waiting = new Set<number>();
  const code = builder.codes.codeOf(body);

  const numberOf = (machine: Machine): number => {
    const text = keyOf(builder.texts, machine);
    const known = numbers.get(text);
    if (known !== undefined) return known;
    if (drafts.length >= mostPoints) refuseSize(name, drafts);
    return add(text, atBoundary(machine), pointOf(machine, body));
  };
  const add = (text: string, machine: Machine, point: Point): number => {
    const number = drafts.length;
    numbers.set(text, number);
    drafts.push({ machine, point, asked: new Map(), observes: false });
    waiting.add(number);
    return number;
  };
  let observes = false;
  const destination: Destination = {
    next: numberOf,
    monitors: (machine) => {
      if (machine.observed.length > 0) observes = true;
      return monitors(machine);
    },
  };
  const stepOf = (machine: Machine): Node | null =>
    machine.frames.length === 0 ? null : buildStep(builder, destination, cloneMachine(machine));

  const start = newMachine('process', [newFrame(code, body.node, body.scope, [], null)]);
  start.acted = true;
  const first = buildStep(builder, destination, cloneMachine(start));
  // A process that begins with a choice, or fails before its first access, takes a step of its own for that.
  const entry = isPlainArrival(first)
    ? first.target
    : add('start', start, {
        action: { kind: 'local' },
        place: placeOf(body.source, body.node),
        functions: [],
        step: null,
      });

  return {
    build() {
      for (const number of waiting) {
        waiting.delete(number);
        const draft = drafts[number];
        assert(draft !== undefined, 'a number waits only after its draft was made');
        observes = false;
        const { result, asked } = builder.feasible.watch(() => stepOf(draft.machine));
        steps[number] = result;
        draft.asked = asked;
        draft.observes = observes;
      }
    },
    renew(grown) {
      for (const [number, { asked }] of drafts.entries())
        for (const cell of asked.keys()) if (grown.has(cell)) waiting.add(number);
    },
    renewObserving() {
      for (const [number, draft] of drafts.entries()) if (draft.observes) waiting.add(number);
    },
    result: () => ({
      name,
      points: numberEdges(drafts.map(({ point }, number) => ({ ...point, step: steps[number] ?? null }))),
      entry,
    }),
  };
}

function isPlainArrival(node: Node): node is Node & { kind: 'leaf' } {
  return node.kind === 'leaf' && node.writes.length === 0 && node.observations.length === 0;
}

/** The point at which a machine stands, without its step. */
function pointOf(machine: Machine, body: FunctionValue): Point {
  const frame = machine.frames.at(-1);
  if (frame === undefined)
    return {
      action: { kind: 'end' },
      place: placeOf(body.source, { start: body.node.end - 1, end: body.node.end }),
      functions: [],
      step: null,
    };
  // The arrow function of the process itself has no name of its own.
  const functions = machine.frames
    .filter((one) => one.node.type !== 'ArrowFunctionExpression')
    .map((one) => one.code.name);
  const instruction = frame.code.instructions[frame.at];
  assert(instruction !== undefined, 'a boundary stands before an instruction');
  return {
    action: actionOf(machine, frame),
    place: placeOf(frame.code.source, instruction.span),
    functions,
    step: null,
  };
}

function actionOf(machine: Machine, frame: Frame): Action {
  const instruction = frame.code.instructions[frame.at];
  assert(instruction !== undefined && machine.atomic === 0, 'a boundary stands outside atomic');
  switch (instruction.kind) {
    case 'get': {
      const order = instruction.order === 'release' ? 'once' : instruction.order;
      return { kind: 'read', cell: accessed(frame, instruction.object, instruction.key), order };
    }
    case 'set': {
      const order = instruction.order === 'acquire' ? 'once' : instruction.order;
      return { kind: 'write', cell: accessed(frame, instruction.object, instruction.key), order };
    }
    case 'rmw':
      return {
        kind: 'rmw',
        cell: accessed(frame, instruction.object, instruction.key),
        operation: instruction.word,
      };
    case 'lock':
    case 'unlock': {
      const lock = frame.slots[instruction.lock];
      const held = isComposite(lock) && lock.kind === 'shared' ? lock.fields.get('held') : undefined;
      assert(isCell(held), 'the lock was looked at before the boundary');
      return { kind: instruction.kind, cell: held.index };
    }
    case 'fence':
      return instruction.on === null
        ? { kind: 'fence', order: instruction.order }
        : { kind: 'fence', order: instruction.order, on: show(frame.slots[instruction.on]) };
    case 'atomic':
      return instruction.word === 'fairly' ? { kind: 'atomic', fair: true } : { kind: instruction.word };
    case 'step':
      return { kind: 'local' };
    case 'call': {
      const callee = frame.slots[instruction.callee];
      return { kind: 'observe', observation: show(callee) };
    }
    default:
      assert(false, `${instruction.kind} is no boundary`);
  }
}

function accessed(frame: Frame, object: number, key: number): number {
  const located = cellOf(frame, object, key, { start: 0, end: 0 });
  assert(located.kind === 'cell', 'the cell was located before the boundary');
  return located.cell.index;
}

function isCell(value: Value | Cell): value is Cell {
  return typeof value === 'object' && value?.kind === 'cell';
}

/** Numbers the leaves and failures of all points in order. */
function numberEdges(points: readonly Point[]): readonly Point[] {
  let edge = 0;
  const visit = (node: Node): Node => {
    switch (node.kind) {
      case 'test':
        return {
          ...node,
          branches: node.branches.map((branch) => ({ values: branch.values, node: visit(branch.node) })),
        };
      case 'choose':
        return { ...node, nodes: node.nodes.map(visit) };
      case 'leaf':
      case 'failure':
        return { ...node, edge: edge++ };
      case 'blocked':
        return node;
    }
  };
  return points.map((point) => (point.step === null ? point : { ...point, step: visit(point.step) }));
}

/** Points at the function that has most of the control points: there a local lives too long, or holds too much. */
function refuseSize(process: string, drafts: readonly Draft[]): never {
  const counts = new Map<Code, { frame: Frame; count: number }>();
  for (const { machine } of drafts) {
    const frame = machine.frames.at(-1);
    if (frame === undefined) continue;
    const known = counts.get(frame.code);
    if (known === undefined) counts.set(frame.code, { frame, count: 1 });
    else known.count++;
  }
  const [worst] = [...counts.values()].sort((a, b) => b.count - a.count);
  assert(worst !== undefined, 'a process that is refused has points');
  const { code, node } = worst.frame;
  return stop('model/too-many-points', code.source, node, process, String(mostPoints), code.name);
}
