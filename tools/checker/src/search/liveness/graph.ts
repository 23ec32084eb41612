/**
 * All states and all steps between them, as columns of numbers: what questions about infinite runs are asked of. The
 * search for states alone forgets the steps; here each costs five bytes, so the graph is only made where it is needed.
 *
 * States are expanded in the order in which they were found, so the steps of one state stand together: no list of
 * lists, two numbers tell where they begin and end.
 */
import type { Predicate } from '../../codegen/condition.js';
import { compileJavaScript } from '../../codegen/javascript.js';
import type { Layout } from '../../codegen/layout.js';
import type { Stepper, Visit } from '../../ir/stepper.js';
import type { System } from '../../ir/system.js';
import { type Bounds, type StoppedBy, seldom } from '../engine.js';
import { StateSet } from '../state-set.js';

export interface Graph {
  /** State 0 is the initial one; they are numbered breadth first. */
  readonly count: number;
  /** The steps of all states before this one are known; those of the others are left out. */
  readonly expanded: number;
  /** State `s` stands at `s * words`. */
  readonly arena: Uint32Array;
  readonly words: number;
  /** The steps from state `s` are `first[s]` to `first[s + 1] - 1`, by process. One entry more than there are states. */
  readonly first: Uint32Array;
  /** By step: the state that it leads to; `noState` where the model fails. */
  readonly target: Uint32Array;
  /** By step: who takes it. */
  readonly process: Uint8Array;
  readonly stoppedBy: StoppedBy;
}

export const noState = 0xffffffff;

/** Of a process's number, in `Graph.process`. */
export const mostProcesses = 256;

/** For numbers that the analysis keeps of a state, beside those of the graph itself. */
const bytesForAnalysis = 22;
const bytesPerStep = 5;
const chunk = 1024;

/** States in which `isLast` holds are not asked for their steps. */
export function exploreGraph(
  system: System,
  layout: Layout,
  isLast: Predicate | null,
  bounds: Bounds,
): Graph & { readonly stepper: Stepper } {
  if (system.processes.length > mostProcesses)
    throw new RangeError(`more than ${mostProcesses} processes are too many to ask what must happen`);
  const stepper = compileJavaScript(system, layout);
  const states = new StateSet(layout.words, bounds);
  const report = seldom(bounds.onProgress);
  let steps = 0;
  let first = new Uint32Array(1 << 10);
  let target = new Uint32Array(1 << 12);
  let process = new Uint8Array(1 << 12);
  let stoppedBy: StoppedBy = null;
  const visit: Visit = (mover, _edge, next) => {
    const number = next === null ? noState : states.add(next, 0);
    if (number < 0) stoppedBy ??= states.deniedBy;
    if (steps === target.length) {
      target = grown(target, 2 * steps);
      process = grown(process, 2 * steps);
    }
    target[steps] = number;
    process[steps] = mover;
    steps++;
  };
  states.add(stepper.initial, 0);
  let current = 0;
  for (; current < states.count && stoppedBy === null; current++) {
    if (current + 2 > first.length) first = grown(first, 2 * first.length);
    first[current] = steps;
    const offset = current * states.words;
    if (isLast === null || !isLast(states.arena, offset))
      for (let mover = 0; mover < system.processes.length; mover++)
        stepper.moves(mover, states.arena, offset, visit);
    if (current % chunk !== 0) continue;
    if (states.bytes + steps * bytesPerStep + states.count * bytesForAnalysis > bounds.maxBytes)
      stoppedBy = 'memory';
    report(() => ({ states: states.count, transitions: steps, depth: 0, open: states.count - current - 1 }));
  }
  // A state whose steps are not all known has none.
  const expanded = stoppedBy === null ? current : current - 1;
  const known = stoppedBy === null ? steps : first[expanded]!;
  const ends = new Uint32Array(states.count + 1).fill(known);
  ends.set(first.subarray(0, expanded));
  return {
    count: states.count,
    expanded,
    arena: states.arena,
    words: states.words,
    first: ends,
    target: target.subarray(0, known),
    process: process.subarray(0, known),
    stoppedBy,
    stepper,
  };
}

function grown<T extends Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(column: T, length: number): T {
  const larger = (column instanceof Uint8Array ? new Uint8Array(length) : new Uint32Array(length)) as T;
  larger.set(column);
  return larger;
}

/** Whether a process has a step from a state, or fails there. */
export function isEnabledIn({ first, process }: Graph, state: number, mover: number): boolean {
  const end = first[state + 1]!;
  for (let step = first[state]!; step < end; step++) if (process[step] === mover) return true;
  return false;
}
