/**
 * Whether what a property promises happens in every run that counts: explores the graph, and looks for a run that stays for
 * ever where a goal is set and not reached. Such a run ends there, or goes round in a fair component.
 */
import { assert } from '../../assert.js';
import { compileCondition } from '../../codegen/condition.js';
import { compileJavaScript } from '../../codegen/javascript.js';
import { type Layout, layoutOf, readField } from '../../codegen/layout.js';
import type { State } from '../../ir/interpret.js';
import { type Condition, type Fairness, fairnesses, type Liveness, type System } from '../../ir/system.js';
import type { Progress, StoppedBy } from '../engine.js';
import type { EngineName } from '../explore.js';
import type { Story } from '../story.js';
import { firstFairComponent } from './fair-components.js';
import { type Graph, mostProcesses } from './graph.js';
import { graphInJavaScript } from './graph-javascript.js';
import { graphInWasm } from './graph-wasm.js';
import { type Lasso, lassoTo, runTo } from './lasso.js';
import { type MarkedGoal, type Marks, pendingStates } from './pending.js';

export interface LivenessOptions {
  /** `wasm` where it is not given. */
  readonly engine?: EngineName;
  readonly maxStates?: number;
  /** For states, steps, and what is kept of them; 4 GiB where it is not given. */
  readonly maxBytes?: number;
  readonly onProgress?: (progress: Progress) => void;
  /** Asks about runs that never end, and about no others. */
  readonly endless?: true;
}

export type LivenessFound =
  | { readonly kind: 'holds'; readonly states: number; readonly steps: number }
  /** `holdsUnder`: the weakest fairness under which no run would violate it; null where there is none, or none is sure. */
  | {
      readonly kind: 'violated';
      readonly story: Story;
      readonly holdsUnder: Fairness | null;
      readonly states: number;
      readonly steps: number;
    }
  /** A bound was hit, and no run was found until then. */
  | {
      readonly kind: 'unknown';
      readonly stoppedBy: StoppedBy;
      readonly states: number;
      readonly steps: number;
    };

/** `property` is the number of a liveness property of the system. Throws a RangeError where the machine has too little memory. */
export function checkLiveness(
  system: System,
  property: number,
  options: LivenessOptions = {},
): LivenessFound {
  const [found] = checkAllLiveness(system, [property], options);
  assert(found !== undefined, 'one is asked, so one is answered');
  return found;
}

/** As `checkLiveness`, for several properties on one graph. */
export function checkAllLiveness(
  system: System,
  properties: readonly number[],
  options: LivenessOptions = {},
): readonly LivenessFound[] {
  if (system.processes.length > mostProcesses)
    throw new RangeError(`more than ${mostProcesses} processes are too many to ask what must happen`);
  const infos = properties.map((property) => {
    const info = system.properties[property];
    assert(info?.kind === 'liveness', 'only of a liveness property is it asked what must happen');
    return info;
  });
  const layout = layoutOf(system);
  const bounds = {
    maxStates: Math.max(1, options.maxStates ?? Number.POSITIVE_INFINITY),
    maxBytes: options.maxBytes ?? 2 ** 32,
    onProgress: options.onProgress ?? (() => {}),
  };
  const last = lastOf(infos);
  const graph =
    (options.engine === 'javascript' ? null : graphInWasm(system, layout, last, bounds)) ??
    graphInJavaScript(system, layout, last, bounds);
  return infos.map((info, index) => {
    const question = questionOf(system, layout, graph, info, last !== null);
    return answerOf(
      options.endless === true ? withoutEnds(question) : question,
      properties[index]!,
      info.fairness,
    );
  });
}

function answerOf(question: Question, property: number, asked: Fairness): LivenessFound {
  const { graph } = question;
  const size = { states: graph.count, steps: graph.target.length };
  const run = violation(question, asked);
  if (run === null)
    return graph.stoppedBy === null
      ? { kind: 'holds', ...size }
      : { kind: 'unknown', stoppedBy: graph.stoppedBy, ...size };
  const stronger = fairnesses.slice(fairnesses.indexOf(asked) + 1);
  const holdsUnder =
    graph.stoppedBy !== null || run.isEnd
      ? null
      : (stronger.find((fairness) => violation(question, fairness) === null) ?? null);
  return { kind: 'violated', story: storyOf(question, property, run), holdsUnder, ...size };
}

/** What comes after the only goal is reached cannot matter where nothing sets it again. */
function lastOf(infos: readonly Liveness[]): Condition | null {
  const [goal, ...others] = infos.flatMap(({ goals }) => goals);
  return others.length === 0 && goal?.from === null ? goal.to : null;
}

interface Question {
  readonly system: System;
  readonly layout: Layout;
  readonly graph: Graph;
  readonly goals: readonly (MarkedGoal & { readonly pending: Marks; readonly ends: Marks | null })[];
  readonly assumptions: readonly Marks[];
}

/** A run that the property forbids. */
interface Violation {
  readonly lasso: Lasso;
  readonly isEnd: boolean;
}

function questionOf(
  system: System,
  layout: Layout,
  graph: Graph,
  { goals, assumptions }: Liveness,
  isLastGoal: boolean,
): Question {
  const marksOf = (condition: Condition): Marks => {
    const holds = compileCondition(condition, layout);
    const marks = new Uint8Array(graph.count);
    for (let state = 0; state < graph.count; state++)
      marks[state] = holds(graph.arena, state * graph.words) ? 1 : 0;
    return marks;
  };
  const assumed = assumptions.map(marksOf);
  return {
    system,
    layout,
    graph,
    goals: goals.map((goal) => {
      const marked = { from: goal.from === null ? null : marksOf(goal.from), to: marksOf(goal.to) };
      // Where nothing comes after the goal, all states are reached before it.
      const pending = isLastGoal ? marked.to.map((mark) => 1 - mark) : pendingStates(graph, marked);
      return { ...marked, pending, ends: endsAmong(graph, pending, assumed) };
    }),
    assumptions: assumed,
  };
}

function withoutEnds(question: Question): Question {
  return { ...question, goals: question.goals.map((goal) => ({ ...goal, ends: null })) };
}

/** The pending states without steps in which all that is assumed holds; null if there are none. */
function endsAmong(
  { count, expanded, first }: Graph,
  pending: Marks,
  assumptions: readonly Marks[],
): Marks | null {
  const ends = new Uint8Array(count);
  let found = false;
  for (let state = 0; state < expanded; state++) {
    if (pending[state] === 0 || first[state] !== first[state + 1]) continue;
    if (assumptions.some((marks) => marks[state] === 0)) continue;
    ends[state] = 1;
    found = true;
  }
  return found ? ends : null;
}

/** One that ends, if there is one: it needs no fairness, and is the easier to read. Of several, the shortest. */
function violation(
  { system, layout, graph, goals, assumptions }: Question,
  fairness: Fairness,
): Violation | null {
  const ended = goals.flatMap((goal) => (goal.ends === null ? [] : [runTo(graph, goal, goal.ends)]));
  const [end] = shortestFirst(ended);
  if (end !== undefined) return { lasso: end, isEnd: true };
  const { counters } = layout;
  const [lasso] = shortestFirst(
    goals.flatMap((goal) => {
      const region = { system, graph, counters, fairness, pending: goal.pending, assumptions };
      const component = firstFairComponent(region);
      return component === null ? [] : [lassoTo(graph, goal, component, fairness, assumptions)];
    }),
  );
  return lasso === undefined ? null : { lasso, isEnd: false };
}

function shortestFirst(lassos: readonly Lasso[]): readonly Lasso[] {
  return [...lassos].sort((a, b) => a.steps.length - b.steps.length);
}

function storyOf({ system, layout, graph }: Question, property: number, { lasso, isEnd }: Violation): Story {
  const { arena, words, target, process } = graph;
  const stepper = compileJavaScript(system, layout);
  const unpack = (state: number): State => ({
    cells: layout.cells.map((field) => readField(field, arena, state * words)),
    points: layout.counters.map((field) => readField(field, arena, state * words)),
  });
  let here = 0;
  const states = [unpack(0)];
  const moves = lasso.steps.map((step) => {
    const mover = process[step]!;
    const next = target[step]!;
    let taken: number | null = null;
    stepper.moves(mover, arena, here * words, (_, edge, after) => {
      if (taken === null && after?.every((word, index) => word === arena[next * words + index]) === true)
        taken = edge;
    });
    assert(taken !== null, 'a step of the graph is a move of the system');
    here = next;
    states.push(unpack(next));
    return { process: mover, edge: taken };
  });
  const switches = moves.filter(
    (move, index) => index > 0 && move.process !== moves[index - 1]?.process,
  ).length;
  const loop = isEnd ? null : lasso.stem;
  return { target: { kind: 'liveness', property, loop }, moves, states, switches };
}
