/** A run as data that outlives the system it ran on: everything by name, nothing by number but the edges. */
import type { SignalKind, System } from '../ir/system.js';
import { placeText } from './ending-text.js';
import type { Run } from './replay.js';
import { pointOf, processName, stepText, valueText } from './step-text.js';

export interface Trace {
  readonly system: string;
  /** Where the trace comes from, for whoever replays it: RFC, option, scenario, sizes, property. */
  readonly origin: Readonly<Record<string, string>>;
  readonly target: TraceTarget;
  /** Names of cells, each different. */
  readonly variables: readonly string[];
  /** The initial state, then the state after each move; a move that fails has none. */
  readonly states: readonly TraceState[];
  readonly moves: readonly TraceMove[];
}

/** A failure is that of the last move. */
export type TraceTarget =
  | { readonly kind: 'signal'; readonly property: string; readonly signal: SignalKind }
  | { readonly kind: 'failure' }
  | { readonly kind: 'deadlock' }
  /** `loop`: so many moves lead into a cycle, and the others go round it; null where the run ends. */
  | { readonly kind: 'liveness'; readonly property: string; readonly loop: number | null };

export interface TraceState {
  /** As `Trace.variables`; printed values. */
  readonly values: readonly string[];
  /** Each process and where it stands, for people. */
  readonly positions: readonly (readonly [process: string, position: string])[];
}

export interface TraceMove {
  readonly process: string;
  /** In the system that the trace was made from. */
  readonly edge: number;
  /** `report.ts:41` */
  readonly place: string;
  /** As `stepText` gives it. */
  readonly text: string;
}

export function traceOf(run: Run, origin: Readonly<Record<string, string>>): Trace {
  const { system, states, moves } = run;
  const processes = processNames(system);
  return {
    system: system.name,
    origin,
    target: traceTargetOf(run),
    variables: variableNames(system),
    states: states.map((state) => ({
      values: state.cells.map((value, cell) => valueText(system, cell, value)),
      positions: processes.map((name, process) => {
        const { functions, place } = pointOf(system, state, process);
        return [name, [...functions.slice(-1), placeText(place)].join(' ')] as const;
      }),
    })),
    moves: moves.map((move, index) => {
      const before = states[index]!;
      return {
        process: processes[move.process]!,
        edge: move.edge,
        place: placeText(pointOf(system, before, move.process).place),
        text: stepText(system, before, move),
      };
    }),
  };
}

function traceTargetOf({ system, target }: Run): TraceTarget {
  switch (target.kind) {
    case 'signal':
      return { kind: 'signal', property: system.properties[target.property]!.id, signal: target.signal };
    case 'liveness':
      return { kind: 'liveness', property: system.properties[target.property]!.id, loop: target.loop };
    case 'failure':
    case 'deadlock':
      return { kind: target.kind };
  }
}

/** The name of each cell in a trace. Two properties may give their cells one name: the second is then `name (2)`. */
export function variableNames(system: System): readonly string[] {
  return different(system.cells.map(({ name }) => name));
}

export function processNames(system: System): readonly string[] {
  return different(system.processes.map((_, process) => processName(system, process)));
}

function different(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let count = 2; taken.has(own); count++) own = `${name} (${count})`;
    taken.add(own);
    return own;
  });
}
