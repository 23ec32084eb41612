/**
 * Judges an infinite run by the definitions alone, on the states that the interpreter gives: it shares nothing with the
 * search that has found the run.
 */
import {
  type Fact,
  holdsIn,
  isEnabled,
  isEnd,
  type Move,
  type State,
  sameState,
  valueIn,
} from '../ir/interpret.js';
import type { Action, Condition, Goal, System } from '../ir/system.js';
import type { LivenessTarget } from '../search/story.js';

/** What the goal that is never reached looks at in the last state; null if the run is none that the property forbids. */
export function neverHappens(
  system: System,
  { property, loop }: LivenessTarget,
  states: readonly State[],
  moves: readonly Move[],
): readonly Fact[] | null {
  const info = system.properties[property];
  const last = states.at(-1);
  if (info?.kind !== 'liveness' || last === undefined) return null;
  if (loop === null ? !isEnd(system, last) : !isCycle(states, loop)) return null;
  const forEver = loop === null ? [last] : states.slice(loop);
  if (!info.assumptions.every((condition) => forEver.some((state) => holdsIn(condition, state)))) return null;
  if (loop !== null) {
    const movers = moves.slice(loop).map(({ process }) => process);
    const isFair = system.processes.every((_, process) => {
      if (info.fairness === 'none' || movers.includes(process)) return true;
      const able = forEver.filter((state) => isEnabled(system, state, process));
      if (able.length === forEver.length) return false;
      return info.fairness === 'weak' || able.every((state) => !waitsInTurn(system, state, process));
    });
    if (!isFair) return null;
  }
  const goal = info.goals.find((one) => isMissed(one, states, forEver));
  return goal === undefined ? null : factsOf(goal.to, last);
}

function isCycle(states: readonly State[], loop: number): boolean {
  const first = states[loop];
  return first !== undefined && loop < states.length - 1 && sameState(first, states.at(-1)!);
}

/** Some state sets the goal, and none after it, nor any of those that come for ever, reaches it. */
function isMissed({ from, to }: Goal, states: readonly State[], forEver: readonly State[]): boolean {
  if (forEver.some((state) => holdsIn(to, state))) return false;
  const reached = states.findLastIndex((state) => holdsIn(to, state));
  return from === null ? reached === -1 : states.slice(reached + 1).some((state) => holdsIn(from, state));
}

function waitsInTurn(system: System, state: State, process: number): boolean {
  const action: Action | undefined = system.processes[process]!.points[state.points[process]!]?.action;
  return action?.kind === 'lock' || (action?.kind === 'atomic' && action.fair === true);
}

function factsOf(condition: Condition, state: State): readonly Fact[] {
  if (condition.kind !== 'test') return [];
  const fact = { cell: condition.cell, value: valueIn(state.cells, condition.cell) };
  const branch = condition.branches.find(({ values }) => values.includes(fact.value));
  return [fact, ...(branch === undefined ? [] : factsOf(branch.node, state))];
}
