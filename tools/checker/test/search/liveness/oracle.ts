/**
 * Whether some run violates a liveness property, by brute force on a tiny system: a run stays for ever in some set of states
 * and takes all steps inside, so all sets of pending states are tried. It shares only the interpreter with the search.
 */
import { holdsIn, initialState, movesOf, type State } from '../../../src/ir/interpret.js';
import type { Fairness, Goal, System } from '../../../src/ir/system.js';

interface Step {
  readonly process: number;
  readonly to: string;
}

type Graph = ReadonlyMap<
  string,
  { readonly state: State; readonly steps: readonly Step[]; readonly able: readonly boolean[] }
>;

/** Null where there are too many states, or pending ones, to try. */
export function isViolated(system: System, fairness: Fairness): boolean | null {
  const [property] = system.properties;
  if (property?.kind !== 'liveness') return null;
  const graph = graphOf(system);
  if (graph === null) return null;
  let isSure = true;
  for (const goal of property.goals) {
    const pending = pendingIn(system, graph, goal);
    if (pending.length > 12) isSure = false;
    else if (subsetsOf(pending).some((set) => canStay(system, graph, set, fairness))) return true;
  }
  return isSure ? false : null;
}

function graphOf(system: System): Graph | null {
  const graph = new Map<string, { state: State; steps: Step[]; able: boolean[] }>();
  const visit = (state: State): string => {
    const name = JSON.stringify(state);
    if (graph.has(name) || graph.size > 200) return name;
    const node = { state, steps: [] as Step[], able: [] as boolean[] };
    graph.set(name, node);
    for (let process = 0; process < system.processes.length; process++) {
      const moves = movesOf(system, state, process);
      node.able.push(moves.length > 0);
      for (const move of moves) if (move.kind === 'step') node.steps.push({ process, to: visit(move.next) });
    }
    return name;
  };
  visit(initialState(system));
  return graph.size > 200 ? null : graph;
}

function pendingIn(system: System, graph: Graph, { from, to }: Goal): readonly string[] {
  const start = JSON.stringify(initialState(system));
  const found = new Set<string>();
  const visit = (name: string): void => {
    const { state, steps } = graph.get(name)!;
    if (found.has(name) || holdsIn(to, state)) return;
    found.add(name);
    for (const step of steps) visit(step.to);
  };
  for (const [name, { state }] of graph)
    if (from === null ? name === start : holdsIn(from, state)) visit(name);
  return [...found];
}

function subsetsOf(names: readonly string[]): readonly ReadonlySet<string>[] {
  return Array.from({ length: 2 ** names.length - 1 }, (_, index) => {
    const bits = index + 1;
    return new Set(names.filter((_name, bit) => ((bits >> bit) & 1) === 1));
  });
}

function canStay(system: System, graph: Graph, set: ReadonlySet<string>, fairness: Fairness): boolean {
  const [property] = system.properties;
  if (property?.kind !== 'liveness') return false;
  const nodes = [...set].map((name) => graph.get(name)!);
  const isAssumed = property.assumptions.every((one) => nodes.some(({ state }) => holdsIn(one, state)));
  if (!isAssumed) return false;
  const [only] = nodes;
  if (nodes.length === 1 && only!.able.every((able) => !able)) return true;
  for (const name of set) {
    const reached = new Set<string>();
    const visit = (from: string): void => {
      for (const { to } of graph.get(from)!.steps)
        if (set.has(to) && !reached.has(to)) {
          reached.add(to);
          visit(to);
        }
    };
    visit(name);
    if (reached.size !== set.size) return false;
  }
  if (fairness === 'none') return true;
  return system.processes.every(({ points }, process) => {
    const steps = nodes.some((node) => node.steps.some((one) => one.process === process && set.has(one.to)));
    if (steps) return true;
    if (nodes.every(({ able }) => able[process])) return false;
    if (fairness === 'weak') return true;
    return !nodes.some(({ state, able }) => {
      const { action } = points[state.points[process]!]!;
      return able[process] && (action.kind === 'lock' || (action.kind === 'atomic' && action.fair === true));
    });
  });
}
