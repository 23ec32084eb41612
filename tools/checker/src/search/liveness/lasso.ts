/**
 * A run that shows the violation: a stem into the component, and a cycle in it that is fair by itself.
 *
 * The shortest such cycle is hard to find (it is a tour), so it is greedy: from where it stands, the nearest state or step
 * that fairness still demands, until nothing is demanded, and then the shortest way back. It is tried from a few states,
 * and the shortest run wins.
 */
import { assert } from '../../assert.js';
import type { Fairness } from '../../ir/system.js';
import { type Graph, isEnabledIn, noState } from './graph.js';
import type { MarkedGoal, Marks } from './pending.js';

/** Steps by number, from the initial state on. */
export interface Lasso {
  readonly steps: readonly number[];
  /** So many of them lead into the cycle; the others go round it. */
  readonly stem: number;
}

const mostStarts = 8;

/** What a cycle in the component has to come by. */
interface Demand {
  readonly mover: number | null;
  readonly isMetIn: (state: number) => boolean;
}

export function lassoTo(
  graph: Graph,
  goal: MarkedGoal,
  component: Uint32Array,
  fairness: Fairness,
  assumptions: readonly Marks[],
): Lasso {
  const inside = new Uint8Array(graph.count);
  for (const state of component) inside[state] = 1;
  const stems = stemsTo(graph, goal, inside);
  const demands = demandsOf(graph, component, inside, fairness, assumptions);
  const lassos = stems.map(({ state, steps }) => {
    const cycle = cycleFrom(graph, inside, state, demands);
    return { steps: [...steps, ...cycle], stem: steps.length };
  });
  return lassos.reduce((best, one) => (one.steps.length < best.steps.length ? one : best));
}

/** The shortest run to a state in which the run ends, without the goal that it has set. */
export function runTo(graph: Graph, goal: MarkedGoal, isEnd: Marks): Lasso {
  const [{ steps }] = stemsTo(graph, goal, isEnd);
  return { steps, stem: steps.length };
}

/** Shortest runs to wanted states in which the goal is set and not reached since; the nearest ones first. */
function stemsTo(
  graph: Graph,
  { from, to }: MarkedGoal,
  wanted: Uint8Array,
): readonly [Stem, ...(readonly Stem[])] {
  const { count, first, target } = graph;
  // A node is a state, and `count` more once the goal is set.
  const before = new Uint32Array(2 * count);
  const by = new Uint32Array(2 * count).fill(noState);
  const known = new Uint8Array(2 * count);
  const queue = new Uint32Array(2 * count);
  let found = 0;
  const enter = (state: number, isSet: boolean, node: number, step: number): void => {
    const sets =
      to[state] === 0 && (isSet || (from === null ? state === 0 && node === noState : from[state] !== 0));
    const next = sets ? count + state : state;
    if (known[next] !== 0) return;
    known[next] = 1;
    before[next] = node;
    by[next] = step;
    queue[found++] = next;
  };
  const stems: Stem[] = [];
  enter(0, false, noState, noState);
  for (let at = 0; at < found && stems.length < mostStarts; at++) {
    const node = queue[at]!;
    const isSet = node >= count;
    const state = isSet ? node - count : node;
    if (isSet && wanted[state] !== 0) stems.push({ state, steps: back(node) });
    const end = first[state + 1]!;
    for (let step = first[state]!; step < end; step++)
      if (target[step] !== noState) enter(target[step]!, isSet, node, step);
  }
  function back(last: number): readonly number[] {
    const steps: number[] = [];
    for (let node = last; by[node] !== noState; node = before[node]!) steps.push(by[node]!);
    return steps.reverse();
  }
  const [nearest, ...others] = stems;
  assert(nearest !== undefined, 'a pending state is reached by a run that has set the goal');
  return [nearest, ...others];
}

interface Stem {
  readonly state: number;
  readonly steps: readonly number[];
}

function demandsOf(
  graph: Graph,
  component: Uint32Array,
  inside: Uint8Array,
  fairness: Fairness,
  assumptions: readonly Marks[],
): readonly Demand[] {
  const { first, target, process } = graph;
  const movers = new Set<number>();
  const able = new Set<number>();
  for (const state of component)
    for (let step = first[state]!; step < first[state + 1]!; step++) {
      able.add(process[step]!);
      const reached = target[step]!;
      if (reached !== noState && inside[reached] !== 0) movers.add(process[step]!);
    }
  const ofFairness = [...able].map((mover): Demand => {
    const steps = movers.has(mover);
    return {
      mover: steps ? mover : null,
      // Under strong fairness being unable now and then is no excuse for one that steps in the component.
      isMetIn: (state) => !(steps && fairness === 'strong') && !isEnabledIn(graph, state, mover),
    };
  });
  return [
    ...(fairness === 'none' ? [] : ofFairness),
    ...assumptions.map((marks): Demand => ({ mover: null, isMetIn: (state) => marks[state] !== 0 })),
  ];
}

/** The steps of a cycle through `start`, in the component, that meets all demands. */
function cycleFrom(
  graph: Graph,
  inside: Uint8Array,
  start: number,
  demands: readonly Demand[],
): readonly number[] {
  const { target, process } = graph;
  const cycle: number[] = [];
  let open = demands.filter(({ isMetIn }) => !isMetIn(start));
  let here = start;
  while (open.length > 0 || cycle.length === 0) {
    const isWanted = (step: number, state: number): boolean =>
      open.length === 0
        ? state === start
        : open.some(({ mover, isMetIn }) => mover === process[step] || isMetIn(state));
    const way = shortestWay(graph, inside, here, isWanted);
    cycle.push(...way);
    for (const step of way) {
      const state = target[step]!;
      open = open.filter(({ mover, isMetIn }) => mover !== process[step] && !isMetIn(state));
      here = state;
    }
  }
  if (here !== start) cycle.push(...shortestWay(graph, inside, here, (_, state) => state === start));
  return cycle;
}

/** In the component; at least one step long. */
function shortestWay(
  { first, target }: Graph,
  inside: Uint8Array,
  start: number,
  isWanted: (step: number, state: number) => boolean,
): readonly number[] {
  // By state: the step that it was reached by, and from which state.
  const reachedBy = new Map<number, { readonly step: number; readonly from: number }>();
  const queue = [start];
  for (let at = 0; at < queue.length; at++) {
    const from = queue[at]!;
    for (let step = first[from]!; step < first[from + 1]!; step++) {
      const state = target[step]!;
      if (state === noState || inside[state] === 0) continue;
      if (isWanted(step, state)) {
        const way = [step];
        for (let node = from; node !== start; ) {
          const { step: earlier, from: before } = reachedBy.get(node)!;
          way.push(earlier);
          node = before;
        }
        return way.reverse();
      }
      if (state === start || reachedBy.has(state)) continue;
      reachedBy.set(state, { step, from });
      queue.push(state);
    }
  }
  assert(false, 'every state of a component is reached from every other');
}
