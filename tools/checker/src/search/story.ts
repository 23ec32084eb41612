/**
 * The story of a finding: the run with the fewest context switches, and of those one with the fewest steps.
 *
 * A reader follows one process until another takes over, so switches cost more attention than steps. The search goes
 * level by level, a level being the number of switches. Inside a level only the process that ran last goes on, by number
 * of steps (bucket after bucket); then every other process takes over, and that makes the next level. A node is a state
 * with the process that ran last, and it is dropped where an earlier one for the same state is sure to be as good:
 *
 *     same process, fewer switches, or the same and no more steps
 *     any process, two switches fewer
 *     any process, one switch fewer and no more steps: whoever goes on from here could have taken over there
 */
import { assert } from '../assert.js';
import type { State } from '../ir/interpret.js';
import type { SignalKind, System } from '../ir/system.js';
import { StateSet } from './state-set.js';
import { movesTowards, type StoryMoves } from './story-moves.js';
import { Buckets, StoryNodes } from './story-nodes.js';

/**
 * What the story must come to: a signal in a step, in a state or at an end; a failing step; a deadlock.
 * `silent`: a deadlock in which no `atEnd` check says `violated`.
 */
export type Target =
  | { readonly kind: 'signal'; readonly property: number; readonly signal: SignalKind }
  | { readonly kind: 'failure'; readonly process: number; readonly edge: number }
  | { readonly kind: 'deadlock'; readonly silent?: true };

/**
 * A run in which what a property promises never happens. `loop`: so many moves lead into a cycle, and the others go round it,
 * back to the same state; null: the run ends there, and no process can take a step.
 */
export interface LivenessTarget {
  readonly kind: 'liveness';
  readonly property: number;
  readonly loop: number | null;
}

/** A run from the initial state. */
export interface Story {
  readonly target: Target | LivenessTarget;
  readonly moves: readonly { readonly process: number; readonly edge: number }[];
  /** The initial state, then the state after each move; a move that fails has none. */
  readonly states: readonly State[];
  readonly switches: number;
}

export interface StoryBounds {
  /** How many nodes (states, each with the process that ran last) may be met; a node takes about 50 bytes. */
  readonly maxNodes?: number;
}

export type StoryFound =
  /** `fewest` is false where a bound was hit before it was certain that no story is shorter. */
  | { readonly kind: 'found'; readonly story: Story; readonly fewest: boolean; readonly states: number }
  /** With `complete`, the target cannot be reached at all. */
  | { readonly kind: 'none'; readonly complete: boolean; readonly states: number };

/** A run that comes to the target: the move after node `parent`. */
interface Hit {
  readonly parent: number;
  readonly process: number;
  readonly edge: number;
  readonly steps: number;
}

interface Search {
  readonly moves: StoryMoves;
  readonly states: StateSet;
  readonly nodes: StoryNodes;
  readonly maxNodes: number;
  /** By state: `isTarget` where arriving there is the target, `isLeft` where the other processes have taken over. */
  marks: Uint8Array;
  /** The first node of this level, and of the level before it. */
  level: number;
  levelBefore: number;
  best: Hit | null;
  full: boolean;
}

const isTarget = 1;
const isLeft = 2;

const defaultMaxNodes = 10_000_000;

/** Finds the story, or tells that there is none, or that it does not know. */
export function findStory(system: System, target: Target, bounds: StoryBounds = {}): StoryFound {
  const moves = movesTowards(system, target);
  const search: Search = {
    moves,
    states: new StateSet(moves.words),
    nodes: new StoryNodes(),
    maxNodes: bounds.maxNodes ?? defaultMaxNodes,
    marks: new Uint8Array(1 << 10),
    level: 0,
    levelBefore: 0,
    best: null,
    full: false,
  };
  const root = search.nodes.add(search.states.add(moves.initial, 0), -1, -1, -1, 0);
  if (moves.reached(moves.initial, 0, 0)) return found(search, target, null);

  let buckets = new Buckets();
  buckets.push(search.nodes, root);
  for (;;) {
    buckets = takeOver(search, buckets);
    if (!search.full) goOn(search, buckets);
    if (search.best !== null) return found(search, target, search.best);
    const { full, states } = search;
    if (full || buckets.length === 0) return { kind: 'none', complete: !full, states: states.count };
  }
}

/**
 * Starts the next level: from each state of this one, every process but the one that ran last. Once for each state, from
 * the node with the fewest steps: whoever takes over at a dearer node of the state has done so already for less, or, as
 * the one that ran last, has gone on.
 */
function takeOver(search: Search, from: Buckets): Buckets {
  const { nodes, moves } = search;
  const into = new Buckets();
  search.levelBefore = search.level;
  search.level = nodes.count;
  for (let steps = 0; steps < from.length; steps++) {
    for (let node = from.first(steps); node !== -1; node = nodes.next[node]!) {
      const state = nodes.state[node]!;
      if (nodes.stale[node] === 1 || (search.marks[state]! & isLeft) !== 0) continue;
      search.marks[state]! |= isLeft;
      for (let process = 0; process < moves.processes; process++)
        if (process !== nodes.process[node]) expand(search, node, process, into);
      if (search.full) return into;
    }
  }
  return into;
}

/** Completes the level: from each of its nodes, the process that ran last. Stops where the best story cannot be beaten. */
function goOn(search: Search, buckets: Buckets): void {
  const { nodes } = search;
  for (let steps = 0; steps < buckets.length; steps++) {
    if (search.full || (search.best !== null && search.best.steps <= steps + 1)) return;
    for (let node = buckets.first(steps); node !== -1 && !search.full; node = nodes.next[node]!)
      if (nodes.stale[node] === 0) expand(search, node, nodes.process[node]!, buckets);
  }
}

function expand(search: Search, parent: number, process: number, into: Buckets): void {
  const { moves, states, nodes } = search;
  const steps = nodes.steps[parent]! + 1;
  const moved = moves.collect(states.arena, nodes.state[parent]! * states.words, process);
  for (let index = 0; index < moved.count; index++) {
    const edge = moved.edges[index]!;
    if (moved.hits[index]) {
      arrive(search, { parent, process, edge, steps });
      continue;
    }
    if (moved.fails[index]) continue;
    const known = states.count;
    const state = states.add(moved.states, index * states.words);
    if (state === known) markNew(search, state, process);
    if ((search.marks[state]! & isTarget) !== 0) arrive(search, { parent, process, edge, steps });
    else if (!isDominated(search, state, process, steps)) {
      if (nodes.count === search.maxNodes) {
        search.full = true;
        return;
      }
      into.push(nodes, nodes.add(state, parent, process, edge, steps));
    }
  }
}

function markNew(search: Search, state: number, process: number): void {
  const { states, moves } = search;
  if (state >= search.marks.length) {
    const larger = new Uint8Array(search.marks.length * 2);
    larger.set(search.marks);
    search.marks = larger;
  }
  if (moves.reached(states.arena, state * states.words, process)) search.marks[state]! |= isTarget;
}

function arrive(search: Search, hit: Hit): void {
  if (search.best === null || hit.steps < search.best.steps) search.best = hit;
}

/** The rule in the head comment; marks the node that the new one replaces. */
function isDominated(
  { nodes, level, levelBefore }: Search,
  state: number,
  process: number,
  steps: number,
): boolean {
  for (let node = nodes.newest[state] ?? -1; node !== -1; node = nodes.older[node]!) {
    const same = nodes.process[node] === process;
    if (node < levelBefore) return true;
    if (node < level) {
      if (same || nodes.steps[node]! <= steps) return true;
    } else if (same && nodes.stale[node] === 0) {
      if (nodes.steps[node]! <= steps) return true;
      nodes.stale[node] = 1;
    }
  }
  return false;
}

function found(search: Search, target: Target, hit: Hit | null): StoryFound {
  const { nodes, states, moves, full } = search;
  const path: { process: number; edge: number }[] = [];
  const visited: State[] = [];
  if (hit !== null) {
    path.push({ process: hit.process, edge: hit.edge });
    const after = stateAfter(search, hit);
    if (after !== null) visited.push(after);
  }
  for (let node = hit?.parent ?? 0; node !== -1; node = nodes.parent[node]!) {
    visited.push(moves.unpack(states.arena, nodes.state[node]! * states.words));
    if (nodes.parent[node] !== -1) path.push({ process: nodes.process[node]!, edge: nodes.edge[node]! });
  }
  path.reverse();
  visited.reverse();
  const switches = path.filter(
    ({ process }, index) => index > 0 && process !== path[index - 1]?.process,
  ).length;
  const story: Story = { target, moves: path, states: visited, switches };
  return { kind: 'found', story, fewest: !full, states: states.count };
}

function stateAfter({ moves, states, nodes }: Search, hit: Hit): State | null {
  const moved = moves.collect(states.arena, nodes.state[hit.parent]! * states.words, hit.process);
  const index = moved.edges.indexOf(hit.edge);
  assert(index !== -1 && index < moved.count, 'the last move of a story is enabled where it was found');
  return moved.fails[index] ? null : moves.unpack(moved.states, index * states.words);
}
