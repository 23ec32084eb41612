/** The search in JavaScript: the oracle of the WebAssembly, and what runs where there is none. */
import { compileJavaScript } from '../codegen/javascript.js';
import { layoutOf } from '../codegen/layout.js';
import { signalNumber, type Visit } from '../ir/stepper.js';
import { type System, signalKinds } from '../ir/system.js';
import { type Bounds, type Explored, noEdges, noParent, seldom } from './engine.js';
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
  /** The state that is asked for its successors, and whether it has a move. */
  let current = noParent;
  let moved = false;

  const note = (signals: readonly number[]): void => {
    for (let index = 0; index < signals.length; index++) given[signals[index]!] = 1;
  };
  const find = (state: Uint32Array): void => {
    const answer = states.add(state, current);
    if (answer === 'known') return;
    if (answer !== 'added') stoppedBy = answer;
    else if (system.invariants.length > 0) note(stepper.invariants(state, 0));
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
  for (current = 0; current < states.count && stoppedBy === null; current++) {
    if (current === levelEnd) {
      depth++;
      levelEnd = states.count;
    }
    moved = false;
    for (let process = 0; process < system.processes.length; process++)
      stepper.moves(process, states.arena, states.offset(current), visit);
    if (!moved) {
      if (stepper.hasEnded(states.arena, states.offset(current))) ends++;
      else deadlocks++;
      note(stepper.atEnd(states.arena, states.offset(current)));
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
