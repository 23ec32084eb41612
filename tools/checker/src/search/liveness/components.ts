/**
 * Strongly connected components, by Pearce's form of Tarjan's algorithm ("A space-efficient algorithm for finding strongly
 * connected components", 2016): one number for each state serves as index, as lowest index reached, and in the end as the
 * name of the component. There is no recursion: a chain of states may be as long as there are states.
 */
import { type Graph, noState } from './graph.js';

/** Working room for all searches on one graph. */
export interface Room {
  /** 0: not visited. At most `count` while the component is open, then the component's name. */
  readonly index: Uint32Array;
  /** States of components that are not complete. */
  readonly open: Uint32Array;
  /** The path of the search, and for each state on it the step that is looked at next, and whether it may be a root. */
  readonly path: Uint32Array;
  readonly step: Uint32Array;
  readonly isRoot: Uint8Array;
}

export function newRoom(count: number): Room {
  return {
    index: new Uint32Array(count),
    open: new Uint32Array(count),
    path: new Uint32Array(count),
    step: new Uint32Array(count),
    isRoot: new Uint8Array(count),
  };
}

/**
 * Finds the components of the states whose part is `part`, and of the steps between them. `visit` is given each with its
 * name, as it is complete: what it gets is overwritten afterwards, and it may give the component's states another part.
 */
export function findComponents(
  { first, target }: Graph,
  { index, open, path, step, isRoot }: Room,
  parts: Uint32Array,
  part: number,
  states: Iterable<number>,
  visit: (component: Uint32Array, name: number) => void,
): void {
  let opened = 0;
  let visited = 0;
  let name = 0xffffffff;
  for (const start of states) {
    if (parts[start] !== part || index[start] !== 0) continue;
    let depth = 0;
    path[0] = start;
    step[0] = first[start]!;
    isRoot[0] = 1;
    index[start] = ++visited;
    while (depth >= 0) {
      const state = path[depth]!;
      const end = first[state + 1]!;
      let own = index[state]!;
      let at = step[depth]!;
      let next = noState;
      for (; at < end; at++) {
        const reached = target[at]!;
        if (reached === noState || parts[reached] !== part) continue;
        const seen = index[reached]!;
        if (seen === 0) {
          next = reached;
          break;
        }
        if (seen < own) {
          own = seen;
          isRoot[depth] = 0;
        }
      }
      index[state] = own;
      step[depth] = at;
      if (next !== noState) {
        // The step is looked at once more on the way back, and finds the index that the state has then.
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
      const bottom = openFrom(index, open, opened, own);
      open[opened++] = state;
      for (let member = bottom; member < opened; member++) index[open[member]!] = name;
      visited -= opened - bottom;
      visit(open.subarray(bottom, opened), name);
      opened = bottom;
      name--;
    }
  }
}

/** Where the component of a root begins among the open states. */
function openFrom(index: Uint32Array, open: Uint32Array, opened: number, root: number): number {
  let bottom = opened;
  while (bottom > 0 && index[open[bottom - 1]!]! >= root) bottom--;
  return bottom;
}
