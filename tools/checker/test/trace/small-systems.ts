/** Hand-written systems for the tests of interpreter, search and traces, and the words to write them. */
import type {
  Action,
  Branch,
  Cell,
  Check,
  Failure,
  Leaf,
  MonitorNode,
  Node,
  Point,
  PropertyInfo,
  SignalKind,
  System,
  Write,
} from '../../src/ir/system.js';

/** Cells of a system under test: `[name, domain]`, the first value initial; a name that starts with `?` is a monitor's. */
export type Cells = readonly (readonly [name: string, domain: string])[];

/** One point: what it does, the functions that are active, its decision tree. Lines count from 1 in each process. */
export type Draft = readonly [action: Action, functions: string, step: Node | null];

interface Rest {
  readonly properties?: readonly PropertyInfo[];
  readonly invariants?: readonly Check[];
  readonly atEnd?: readonly Check[];
}

export function systemOf(
  name: string,
  cells: Cells,
  processes: Readonly<Record<string, readonly Draft[]>>,
  rest: Rest = {},
): System {
  return {
    name,
    cells: cells.map(([cell, domain]): Cell => {
      const monitor = cell.startsWith('?');
      return {
        name: monitor ? cell.slice(1) : cell,
        domain: domain.split(' '),
        initial: 0,
        role: monitor ? 'monitor' : 'shared',
      };
    }),
    processes: Object.entries(processes).map(([process, drafts]) => ({
      name: process,
      entry: 0,
      points: pointsOf(process, drafts),
    })),
    properties: rest.properties ?? [],
    invariants: rest.invariants ?? [],
    atEnd: rest.atEnd ?? [],
  };
}

/** A leaf; its edge is numbered by `systemOf`. */
export function go(target: number, ...writes: readonly (readonly [cell: number, value: number])[]): Leaf {
  return { kind: 'leaf', edge: -1, writes: writes.map(writeOf), target, observations: [], monitors: [] };
}

export function seen(leaf: Leaf, observation: string, ...monitors: readonly MonitorNode[]): Leaf {
  const [name, args] = observation.replace(')', '').split('(');
  const observed = { name: name!, arguments: args ? args.split(', ') : [] };
  return {
    ...leaf,
    observations: [...leaf.observations, observed],
    monitors: [...leaf.monitors, ...monitors],
  };
}

export function fail(message: string): Failure {
  return { kind: 'failure', edge: -1, message, place: { file: 'model.ts', line: 99, column: 1 } };
}

/** `on(cell, { 0: node, '1,2': node })`. */
export function on<N>(
  cell: number,
  branches: Readonly<Record<string, N>>,
): { readonly kind: 'test'; readonly cell: number; readonly branches: readonly Branch<N>[] } {
  return {
    kind: 'test',
    cell,
    branches: Object.entries(branches).map(([values, node]) => ({
      values: values.split(',').map(Number),
      node,
    })),
  };
}

export function note(
  writes: readonly (readonly [cell: number, value: number])[],
  ...signals: readonly (readonly [property: number, kind: SignalKind])[]
): MonitorNode {
  return {
    kind: 'note',
    writes: writes.map(writeOf),
    signals: signals.map(([property, kind]) => ({ property, kind })),
  };
}

export function property(id: string, clause: string, kind: 'always' | 'sometimes' = 'always'): PropertyInfo {
  return { id, clause, kind };
}

export const read = (cell: number): Action => ({ kind: 'read', cell, order: 'once' });
export const write = (cell: number): Action => ({ kind: 'write', cell, order: 'once' });
export const lock = (cell: number): Action => ({ kind: 'lock', cell });
export const unlock = (cell: number): Action => ({ kind: 'unlock', cell });
export const mb: Action = { kind: 'fence', order: 'mb' };
export const local: Action = { kind: 'local' };
export const observe = (observation: string): Action => ({ kind: 'observe', observation });
export const end: Draft = [{ kind: 'end' }, '', null];

function writeOf([cell, value]: readonly [cell: number, value: number]): Write {
  return { cell, value };
}

function pointsOf(process: string, drafts: readonly Draft[]): readonly Point[] {
  let edge = 0;
  const numbered = (node: Node): Node => {
    switch (node.kind) {
      case 'test':
        return {
          ...node,
          branches: node.branches.map((branch) => ({ ...branch, node: numbered(branch.node) })),
        };
      case 'choose':
        return { ...node, nodes: node.nodes.map(numbered) };
      case 'leaf':
      case 'failure':
        return { ...node, edge: edge++ };
      case 'blocked':
        return node;
    }
  };
  return drafts.map(([action, functions, step], index) => ({
    action,
    place: { file: `${process}.ts`, line: index + 1, column: 3 },
    functions: functions === '' ? [] : functions.split(' '),
    step: step === null ? null : numbered(step),
  }));
}
