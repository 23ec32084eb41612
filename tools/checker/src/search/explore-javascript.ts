/** The search in JavaScript: the oracle of the WebAssembly, and what runs where there is none. */
import { compileJavaScript } from '../codegen/javascript.js';
import { layoutOf } from '../codegen/layout.js';
import { signalNumber, type Visit } from '../ir/stepper.js';
import { type System, signalKinds } from '../ir/system.js';
import { type Bounds, type Explored, noEdges, seldom } from './engine.js';
import { StateSet } from './state-set.js';

/** So many states are asked for their successors before the clock is looked at. */
const chunk = 1024;

export function exploreJavaScript(system: System, bounds: Bounds): Explored {
  const layout = layoutOf(system);
  const stepper = compileJavaScript(system, layout);
  const states = new StateSet(layout.words, bounds);
  const report = seldom(bounds.onProgress);
  const given = new Uint8Array(system.properties.length * signalKinds.length);
  const edgesTaken = noEdges(system);
  let stoppedBy: Explored['stoppedBy'] = null;
  let transitions = 0;
  let ends = 0;
  let deadlocks = 0;
  /** Whether the state that is asked for its successors has a move. */
  let moved = false;

  const note = (signals: readonly number[]): void => {
    for (let index = 0; index < signals.length; index++) given[signals[index]!] = 1;
  };
  const find = (state: Uint32Array): void => {
    const known = states.count;
    const number = states.add(state, 0);
    if (number < 0) stoppedBy = states.deniedBy;
    else if (number === known && system.invariants.length > 0) note(stepper.invariants(state, 0));
  };
  const visit: Visit = (process, edge, next, signals) => {
    if (stoppedBy !== null) return;
    moved = true;
    edgesTaken[process]![edge] = 1;
    if (next === null) return;
    note(signals);
    find(next);
    if (stoppedBy === null) transitions++;
  };

  find(stepper.initial);
  let depth = 0;
  let levelEnd = 1;
  for (let current = 0; current < states.count && stoppedBy === null; current++) {
    if (current === levelEnd) {
      depth++;
      levelEnd = states.count;
    }
    const offset = current * states.words;
    moved = false;
    for (let process = 0; process < system.processes.length; process++)
      stepper.moves(process, states.arena, offset, visit);
    if (!moved) {
      if (stepper.hasEnded(states.arena, offset)) ends++;
      else deadlocks++;
      note(stepper.atEnd(states.arena, offset));
    }
    if (current % chunk === 0)
      report(() => ({ states: states.count, transitions, depth, open: states.count - current - 1 }));
  }
  return {
    states: states.count,
    transitions,
    depth: states.count > levelEnd ? depth + 1 : depth,
    stoppedBy,
    ends,
    deadlocks,
    given: (signal) => given[signalNumber(signal)] === 1,
    edgesTaken,
    bytesPerState: states.bytes / states.count,
  };
}
