/**
 * Components of the graph in which a fair run can stay for ever, by the definition of fairness and not by an automaton:
 *
 *     weak      each process takes a step inside, or cannot in some state of it
 *     strong    besides, each process that takes no step inside, and waits in turn, cannot in any state of it
 *
 * A run that goes through all states and steps of such a component again and again is fair. Where a process is not served
 * in turn, a fair run can still stay in a part without the states in which it could be: these are taken out, and what is
 * left falls into components once more (the emptiness check of Streett automata). Where weak fairness is broken no part
 * helps: the process takes no step in the part either, and can in all of it.
 */

import type { Field } from '../../codegen/layout.js';
import { readField } from '../../codegen/layout.js';
import type { Action, Fairness, System } from '../../ir/system.js';
import { type Components, findComponents, newComponents } from './components.js';
import { type Graph, isEnabledIn } from './graph.js';
import type { Marks } from './pending.js';

export interface FairRegion {
  readonly system: System;
  readonly graph: Graph;
  /** By process: where its program counter stands in a state. */
  readonly counters: readonly Field[];
  readonly fairness: Fairness;
  readonly pending: Marks;
  /** A run that counts comes back to a state of each. */
  readonly assumptions: readonly Marks[];
}

/** Whether those who wait at such a point are served in turn. */
function isServedInTurn(action: Action): boolean {
  return action.kind === 'lock' || ('fair' in action && action.fair === true);
}

/**
 * The fair component that a shortest run comes to first, as the numbers of its states, ascending; null if there is none. A
 * run that stays in it passes through pending states only.
 */
export function firstFairComponent(region: FairRegion): Uint32Array | null {
  const { graph, pending } = region;
  const components = newComponents(graph.count);
  const { index } = components;
  for (let state = 0; state < graph.count; state++) if (pending[state] !== 0) index[state] = 0;
  const judge = judgeOf(region, components);
  const parts: Uint32Array[] = [];
  let best: Uint32Array | null = null;
  let bestNumber = graph.count;
  const visit = (component: Uint32Array, name: number): void => {
    const judged = judge(component, name);
    if (judged === 'unfair') return;
    if (judged !== 'fair') {
      parts.push(component.filter((state) => !judged.some((mover) => isEnabledIn(graph, state, mover))));
      return;
    }
    const number = lowest(component);
    if (number >= bestNumber) return;
    bestNumber = number;
    best = component.slice().sort();
  };
  findComponents(graph, components, null, visit);
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    for (const state of part) index[state] = 0;
    findComponents(graph, components, part, visit);
  }
  return best;
}

type Judged = 'fair' | 'unfair' | readonly number[];

/** `fair`, `unfair` as a whole and in all its parts, or the processes that a fair run in it must never let come to a step. */
function judgeOf(
  { system, graph, counters, fairness, assumptions }: FairRegion,
  { index }: Components,
): (component: Uint32Array, name: number) => Judged {
  const { first, target, process } = graph;
  // Most components are small and there are many: what is counted of one is counted in the same place as of the one before.
  const inside = new Uint8Array(system.processes.length);
  const enabled = new Uint32Array(system.processes.length);
  const count = (component: Uint32Array, name: number): void => {
    inside.fill(0);
    enabled.fill(0);
    for (let member = 0; member < component.length; member++) {
      const state = component[member]!;
      const end = first[state + 1]!;
      let last = -1;
      for (let step = first[state]!; step < end; step++) {
        const mover = process[step]!;
        if (mover !== last) enabled[mover]!++;
        last = mover;
        if (index[target[step]!] === name) inside[mover] = 1;
      }
    }
  };
  return (component, name) => {
    for (const marks of assumptions) if (!component.some((state) => marks[state] !== 0)) return 'unfair';
    if (fairness === 'none') return 'fair';
    count(component, name);
    const starved: number[] = [];
    for (let mover = 0; mover < inside.length; mover++) {
      if (inside[mover] !== 0 || enabled[mover] === 0) continue;
      if (enabled[mover] === component.length) return 'unfair';
      const point = readField(counters[mover]!, graph.arena, component[0]! * graph.words);
      const { action } = system.processes[mover]!.points[point]!;
      if (fairness === 'strong' && isServedInTurn(action)) starved.push(mover);
    }
    return starved.length === 0 ? 'fair' : starved;
  };
}

function lowest(numbers: Uint32Array): number {
  let low = numbers[0]!;
  for (let at = 1; at < numbers.length; at++) if (numbers[at]! < low) low = numbers[at]!;
  return low;
}
