/**
 * Which runs one side of a pair forbids and the other does not, by the definitions, on tiny systems: a step of the interpreter
 * at a time, with what is broken and which goals are open kept beside the state. It shares only the interpreter with what it judges.
 */
import type { Pair, Side } from '../../src/compare/pair.js';
import { sides } from '../../src/compare/pair.js';
import { holdsIn, initialState, isEnd, movesOf, type State, signalsIn } from '../../src/ir/interpret.js';
import type { Fairness, Goal, Signal, SignalKind, System } from '../../src/ir/system.js';

export interface Judged {
  readonly ends: boolean;
  /** Null where there are too many states to try. */
  readonly endless: boolean | null;
}

interface Open {
  readonly property: number;
  readonly goal: Goal;
}

interface Node {
  readonly state: State;
  readonly broken: readonly Side[];
  /** Of the goals, whether each is set and was not reached since. */
  readonly open: readonly boolean[];
  readonly steps: { readonly process: number; readonly to: string }[];
}

const mostNodes = 400;
const mostTried = 11;

/** Null where the model fails in some run, or there are too many states. */
export function judgeByHand(
  system: System,
  pair: Pair,
  counted: SignalKind,
  fairness: Fairness,
): Readonly<Record<Side, Judged>> | null {
  const goals = system.properties.flatMap((info, property): Open[] =>
    info.kind === 'liveness' ? info.goals.map((goal) => ({ property, goal })) : [],
  );
  const saying = (signals: readonly Signal[]): readonly Side[] =>
    sides.filter((side) =>
      signals.some(({ property, kind }) => kind === counted && pair[side].includes(property)),
    );
  const nodes = new Map<string, Node>();
  let isWhole = true;
  const visit = (state: State, broken: readonly Side[], before: readonly boolean[] | null): string => {
    const now = sides.filter(
      (side) => broken.includes(side) || saying(signalsIn(system.invariants, state)).includes(side),
    );
    const open = goals.map(({ goal: { from, to } }, index) => {
      if (holdsIn(to, state)) return false;
      if (from !== null) return before?.[index] === true || holdsIn(from, state);
      return before === null || before[index] === true;
    });
    const name = JSON.stringify([state, now, open]);
    if (nodes.has(name)) return name;
    if (nodes.size >= mostNodes) {
      isWhole = false;
      return name;
    }
    const steps: Node['steps'] = [];
    nodes.set(name, { state, broken: now, open, steps });
    system.processes.forEach((_, process) => {
      for (const move of movesOf(system, state, process)) {
        if (move.kind === 'failure') isWhole = false;
        else steps.push({ process, to: visit(move.next, [...now, ...saying(move.signals)], open) });
      }
    });
    return name;
  };
  visit(initialState(system), [], null);
  if (!isWhole) return null;

  const assumed = (property: number, states: readonly State[]): boolean => {
    const info = system.properties[property]!;
    return (
      info.kind !== 'liveness' ||
      info.assumptions.every((condition) => states.some((state) => holdsIn(condition, state)))
    );
  };
  /** What forbids a run that stays in these nodes for ever and comes to each of them again and again. */
  const forbiddenBy = (own: readonly Node[]): readonly Side[] =>
    sides.filter(
      (side) =>
        own.every(({ broken }) => broken.includes(side)) ||
        goals.some(
          ({ property }, index) =>
            pair[side].includes(property) &&
            own.every(({ open }) => open[index]) &&
            assumed(
              property,
              own.map(({ state }) => state),
            ),
        ),
    );

  const all = [...nodes.values()];
  const ending = all
    .filter(({ state }) => isEnd(system, state))
    .map((node) => [...new Set([...forbiddenBy([node]), ...saying(signalsIn(system.atEnd, node.state))])]);
  const cyclic = [...nodes].filter(([name]) => reached(nodes, name).has(name));
  const endless =
    cyclic.length > mostTried
      ? null
      : subsetsOf(cyclic)
          .filter((set) => canStay(system, nodes, set, fairness))
          .map((set) => forbiddenBy(set.map(([, node]) => node)));
  const alone = (side: Side, runs: readonly (readonly Side[])[]): boolean =>
    runs.some((forbidding) => forbidding.length === 1 && forbidding[0] === side);
  const judge = (side: Side): Judged => ({
    ends: alone(side, ending),
    endless: endless === null ? null : alone(side, endless),
  });
  return { before: judge('before'), after: judge('after') };
}

function reached(nodes: ReadonlyMap<string, Node>, from: string, within?: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    for (const { to } of nodes.get(name)!.steps)
      if (!found.has(to) && within?.has(to) !== false) {
        found.add(to);
        visit(to);
      }
  };
  visit(from);
  return found;
}

function subsetsOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 2 ** items.length - 1 }, (_, index) =>
    items.filter((_item, bit) => (((index + 1) >> bit) & 1) === 1),
  );
}

function canStay(
  system: System,
  nodes: ReadonlyMap<string, Node>,
  set: readonly (readonly [string, Node])[],
  fairness: Fairness,
): boolean {
  const names = new Set(set.map(([name]) => name));
  if (set.some(([name]) => reached(nodes, name, names).size < names.size)) return false;
  if (fairness === 'none') return true;
  return system.processes.every(({ points }, process) => {
    if (set.some(([, { steps }]) => steps.some((one) => one.process === process && names.has(one.to))))
      return true;
    const able = set.filter(([, { state }]) => movesOf(system, state, process).length > 0);
    if (able.length === set.length) return false;
    if (fairness === 'weak') return true;
    return able.every(([, { state }]) => {
      const { action } = points[state.points[process]!]!;
      return !(action.kind === 'lock' || (action.kind === 'atomic' && action.fair === true));
    });
  });
}
