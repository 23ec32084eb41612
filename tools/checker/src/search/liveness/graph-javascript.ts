/** The graph, made in JavaScript: the oracle of the WebAssembly, and what tells steps that fail. */
import { compileCondition } from '../../codegen/condition.js';
import { compileJavaScript } from '../../codegen/javascript.js';
import type { Layout } from '../../codegen/layout.js';
import type { Visit } from '../../ir/stepper.js';
import type { Condition, System } from '../../ir/system.js';
import { type Bounds, type StoppedBy, seldom } from '../engine.js';
import { StateSet } from '../state-set.js';
import { type Graph, noState } from './graph.js';
import { bytesBeside } from './graph-bounds.js';
import { StepList } from './step-list.js';

/** So many states are expanded before the clock and the memory are looked at. */
const chunk = 1024;

export function graphInJavaScript(
  system: System,
  layout: Layout,
  last: Condition | null,
  bounds: Bounds,
): Graph {
  const stepper = compileJavaScript(system, layout);
  const isLast = last === null ? null : compileCondition(last, layout);
  const states = new StateSet(layout.words, bounds);
  const steps = new StepList();
  const report = seldom(bounds.onProgress);
  let stoppedBy: StoppedBy = null;
  const visit: Visit = (mover, _edge, next) => {
    const number = next === null ? noState : states.add(next, 0);
    if (number < 0) stoppedBy ??= states.deniedBy;
    steps.push(number, mover);
  };
  states.add(stepper.initial, 0);
  let current = 0;
  for (; current < states.count && stoppedBy === null; current++) {
    steps.begin();
    const offset = current * states.words;
    if (isLast === null || !isLast(states.arena, offset))
      for (let mover = 0; mover < system.processes.length; mover++)
        stepper.moves(mover, states.arena, offset, visit);
    if (current % chunk !== 0) continue;
    if (states.bytes + bytesBeside(states.count, steps.count) > bounds.maxBytes) stoppedBy = 'memory';
    report(() => ({
      states: states.count,
      transitions: steps.count,
      depth: 0,
      open: states.count - current - 1,
    }));
  }
  // A bound may have been hit in the midst of the last one's steps.
  const expanded = stoppedBy === null ? current : current - 1;
  const { count, arena, words } = states;
  return { count, expanded, arena, words, ...steps.columns(expanded, count), stoppedBy };
}
