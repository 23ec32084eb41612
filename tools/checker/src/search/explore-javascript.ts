/** The search in JavaScript: the oracle of the WebAssembly, and what runs where there is none. */
import { compileJavaScript } from '../codegen/javascript.js';
import { layoutOf } from '../codegen/layout.js';
import { signalNumber, type Visit } from '../ir/stepper.js';
import { type System, signalKinds } from '../ir/system.js';
import { type Explored, noEdges, type Orders, seldom } from './engine.js';
import { everyProcess, newChooser } from './reduction/chooser.js';
import { StateSet } from './state-set.js';

/** So many states are asked for their successors before the clock is looked at. */
const chunk = 1024;

export function exploreJavaScript(system: System, bounds: Orders): Explored {
  const layout = layoutOf(system);
  const stepper = compileJavaScript(system, layout);
  const states = new StateSet(layout.words, bounds);
  const report = seldom(bounds.onProgress);
  const given = new Uint8Array(system.properties.length * signalKinds.length);
  const edgesTaken = noEdges(system);
  let stoppedBy: Explored['stoppedBy'] = null;
  const choose = newChooser(system, layout, bounds.reduction);
  /** The state at which a chain has arrived. */
  const link = new Uint32Array(layout.words);
  let transitions = 0;
  let passed = 0;
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
    find(arrived(next));
    if (stoppedBy === null) transitions++;
  };
  /** Goes on from a state as long as nothing but one step is to be explored, and returns the state where it ends. */
  const arrived = (next: Uint32Array): Uint32Array => {
    if (bounds.reduction !== 'chains') return next;
    link.set(next);
    for (let one = choose(link, 0).chain; one !== null; one = choose(link, 0).chain) {
      note(stepper.invariants(link, 0));
      stepper.moves(one, link, 0, pass);
      passed++;
      transitions++;
    }
    return link;
  };
  const pass: Visit = (process, edge, next, signals) => {
    edgesTaken[process]![edge] = 1;
    note(signals);
    if (next !== null) link.set(next);
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
    const { processes } = choose(states.arena, offset);
    for (let process = 0; process < system.processes.length; process++)
      if (processes === everyProcess || (processes & (1 << process)) !== 0)
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
    passed,
    depth: states.count > levelEnd ? depth + 1 : depth,
    stoppedBy,
    ends,
    deadlocks,
    given: (signal) => given[signalNumber(signal)] === 1,
    edgesTaken,
    bytesPerState: states.bytes / states.count,
  };
}
