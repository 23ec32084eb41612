/**
 * Strongly connected components, by Pearce's form of Tarjan's algorithm ("A space-efficient algorithm for finding strongly
 * connected components", 2016): one number for each state serves as index, as lowest index reached, and in the end as the
 * name of the component. There is no recursion: a chain of states may be as long as there are states.
 *
 * A name is larger than every index, so a step to a state that has one is passed over by the comparison that is made
 * anyway; and so are states that do not take part, which bear the name `outside` from the start.
 */
import { type Graph, noState } from './graph.js';

export interface Components {
  /** 0: not visited. At most as many as there are states: its component is open. Else the name of its component. */
  readonly index: Uint32Array;
  /** States of components that are open. */
  readonly open: Uint32Array;
  /** The path of the search, and for each state on it the step that is looked at next, and whether it may be a root. */
  readonly path: Uint32Array;
  readonly step: Uint32Array;
  readonly isRoot: Uint8Array;
  /** Of the next component; no two have the same, also of several searches. */
  name: number;
}

const outside = 0xffffffff;

/** Working room for all searches on one graph, in which no state takes part yet. */
export function newComponents(count: number): Components {
  return {
    index: new Uint32Array(count).fill(outside),
    open: new Uint32Array(count),
    path: new Uint32Array(count),
    step: new Uint32Array(count),
    isRoot: new Uint8Array(count),
    name: outside - 1,
  };
}

/**
 * Finds the components of the states with index 0, from those in `starts`, and of the steps between them. `visit` is given
 * each with its name as soon as it is complete; the list is overwritten afterwards. A single state without a step to itself
 * is passed over.
 */
export function findComponents(
  { first, target }: Graph,
  components: Components,
  starts: Uint32Array | null,
  visit: (component: Uint32Array, name: number) => void,
): void {
  const { index, open, path, step, isRoot } = components;
  const count = starts === null ? index.length : starts.length;
  let opened = 0;
  let visited = 0;
  for (let at = 0; at < count; at++) {
    const start = starts === null ? at : starts[at]!;
    if (index[start] !== 0) continue;
    let depth = 0;
    path[0] = start;
    step[0] = first[start]!;
    isRoot[0] = 1;
    index[start] = ++visited;
    while (depth >= 0) {
      const state = path[depth]!;
      const end = first[state + 1]!;
      let own = index[state]!;
      let next = noState;
      let at = step[depth]!;
      for (; at < end; at++) {
        const reached = target[at]!;
        // A step that fails leads to `noState`, which is no index into the list.
        const seen = index[reached];
        if (seen === 0) {
          next = reached;
          break;
        }
        if (seen! < own) {
          own = seen!;
          isRoot[depth] = 0;
        }
      }
      index[state] = own;
      if (next !== noState) {
        // The step is looked at once more on the way back, and finds the index that the state has then.
        step[depth] = at;
        depth++;
        path[depth] = next;
        step[depth] = first[next]!;
        isRoot[depth] = 1;
        index[next] = ++visited;
        continue;
      }
      depth--;
      if (isRoot[depth + 1] === 0) {
        open[opened++] = state;
        continue;
      }
      const { name } = components;
      if ((opened === 0 || index[open[opened - 1]!]! < own) && !isOwnSuccessor(first, target, state)) {
        index[state] = outside;
        visited--;
        continue;
      }
      components.name--;
      let bottom = opened;
      open[opened++] = state;
      index[state] = name;
      while (bottom > 0 && index[open[bottom - 1]!]! >= own) index[open[--bottom]!] = name;
      visited -= opened - bottom;
      visit(open.subarray(bottom, opened), name);
      opened = bottom;
    }
  }
}

function isOwnSuccessor(first: Uint32Array, target: Uint32Array, state: number): boolean {
  const end = first[state + 1]!;
  for (let step = first[state]!; step < end; step++) if (target[step] === state) return true;
  return false;
}
