/** Breadth-first search by the interpreter: what both engines must come to, written to be read. */
import type { State } from '../../src/ir/interpret.js';
import {
  initialState,
  isDeadlock,
  isEnd,
  signalsIn,
  successorsOf,
  type Told,
} from '../../src/ir/interpret.js';
import { type SignalKind, type System, signalKinds } from '../../src/ir/system.js';
import type { Exploration } from '../../src/search/explore.js';

export type Counted = Omit<
  Exploration,
  'engine' | 'reduction' | 'passed' | 'collision' | 'bytesPerState' | 'cpuMs'
>;

export function exploreByInterpreter(system: System): Counted {
  const depths = new Map<string, number>();
  const queue: State[] = [];
  const said = new Set<string>();
  const taken = new Set<string>();
  const failures: { process: number; edge: number }[] = [];
  let transitions = 0;
  let ends = 0;
  let deadlocks = 0;
  const hear = (signals: readonly Told[]): void => {
    for (const { property, kind } of signals) said.add(`${property} ${kind}`);
  };
  const find = (state: State, depth: number): void => {
    const key = JSON.stringify(state);
    if (depths.has(key)) return;
    depths.set(key, depth);
    queue.push(state);
    hear(signalsIn(system.invariants, state));
  };
  find(initialState(system), 0);
  for (const state of queue) {
    const depth = depths.get(JSON.stringify(state))!;
    for (const move of successorsOf(system, state)) {
      const edge = `${move.process} ${move.edge}`;
      if (move.kind === 'failure' && !taken.has(edge))
        failures.push({ process: move.process, edge: move.edge });
      taken.add(edge);
      if (move.kind === 'failure') continue;
      transitions++;
      hear(move.signals);
      find(move.next, depth + 1);
    }
    if (!isEnd(system, state)) continue;
    if (isDeadlock(system, state)) deadlocks++;
    else ends++;
    hear(signalsIn(system.atEnd, state));
  }
  return {
    states: queue.length,
    transitions,
    depth: Math.max(...depths.values()),
    complete: true,
    stoppedBy: null,
    ends,
    deadlocks,
    signals: system.properties.map(
      (_, property) =>
        Object.fromEntries(signalKinds.map((kind) => [kind, said.has(`${property} ${kind}`)])) as Record<
          SignalKind,
          boolean
        >,
    ),
    failures: failures.sort((a, b) => a.process - b.process || a.edge - b.edge),
    edgesTaken: system.processes.map((process, index) =>
      Uint8Array.from({ length: edgesOf(process) }, (_, edge) => (taken.has(`${index} ${edge}`) ? 1 : 0)),
    ),
  };
}

/** The numbers of edges are without gaps, so the highest tells how many there are. */
function edgesOf(process: System['processes'][number]): number {
  const text = JSON.stringify(process.points.map(({ step }) => step));
  return Math.max(-1, ...[...text.matchAll(/"edge":(\d+)/g)].map(([, edge]) => Number(edge))) + 1;
}
