/**
 * A run that one of two promises forbids and the other does not, to be told. A whole run is long, and what comes after the point
 * is of no interest. So the story is cut where it is decided: at the first state from which the other promise is kept however
 * the run goes on, which an exploration from that state tells.
 */
import type { State } from '../ir/interpret.js';
import type { System } from '../ir/system.js';
import { type Exploration, explore } from '../search/explore.js';
import { checkAllLiveness } from '../search/liveness/check-liveness.js';
import { findStory, type Story } from '../search/story.js';
import { type Run, replay } from '../trace/replay.js';
import { prepare } from './compare-runs.js';
import { otherSide, type Pair, type Side, signalOf } from './pair.js';
import type { Both } from './watch-both.js';

export interface OnlyRun {
  readonly run: Run;
  readonly switches: number;
  /** False where a shorter one may be. */
  readonly fewest: boolean;
  /** How it is told: up to the point from which nothing can change it, to its end, or into a cycle. */
  readonly until: 'decided' | 'end' | 'cycle';
}

export interface TellBounds {
  /** Nodes of the search for a story. */
  readonly maxNodes: number;
  /** States and bytes of an exploration. */
  readonly maxStates: number;
  readonly maxBytes: number;
}

/** A run that this side alone forbids, replayed; null where a bound was hit first, or where there is none. */
export function tellOnly(system: System, pair: Pair, side: Side, bounds: TellBounds): OnlyRun | null {
  const both = prepare(system, pair);
  if (typeof both === 'string') return null;
  const telling: Telling = { both, side, keeps: keeping(system, pair, otherSide(side)), bounds };
  const { maxNodes, maxStates, maxBytes } = bounds;
  const storyOf = (property: number) =>
    findStory(both.system, { kind: 'signal', property, signal: 'violated' }, { maxNodes });
  const broken = storyOf(both.soFar[side]);
  if (broken.kind === 'found' && isDecided(telling, broken.story.states.at(-1)!))
    return told(both, broken.story, broken.fewest, 'decided');
  const ended = storyOf(both.only[side]);
  if (ended.kind === 'found') {
    const cut = cutWhereDecided(telling, ended.story);
    return cut === null ? told(both, ended.story, ended.fewest, 'end') : told(both, cut, false, 'decided');
  }
  const endless = checkAllLiveness(both.system, both.endless[side], { maxStates, maxBytes, endless: true });
  const violated = endless.find((one) => one.kind === 'violated');
  return violated?.kind === 'violated' ? told(both, violated.story, false, 'cycle') : null;
}

function told({ system }: Both, story: Story, fewest: boolean, until: OnlyRun['until']): OnlyRun {
  return { run: replay(system, story), switches: story.switches, fewest, until };
}

interface Telling {
  readonly both: Both;
  readonly side: Side;
  /** Whether an exploration shows that no run breaks what the other side asks; null where steps and ends cannot show it. */
  readonly keeps: ((explored: Exploration) => boolean) | null;
  readonly bounds: TellBounds;
}

/** A promise that something happens is judged by whole runs. */
function keeping(system: System, pair: Pair, side: Side): Telling['keeps'] {
  if (pair[side].some((property) => system.properties[property]?.kind === 'liveness')) return null;
  const counted = signalOf(system, pair);
  return ({ signals }) => pair[side].every((property) => signals[property]?.[counted] !== true);
}

/** Whether however the run goes on from this state, the other side does not forbid it. */
function isDecided({ both, keeps, bounds }: Telling, state: State): boolean {
  if (keeps === null) return false;
  const { maxStates, maxBytes } = bounds;
  const explored = explore(startingAt(both.system, state), { engine: 'wasm', maxStates, maxBytes });
  return explored.complete && explored.failures.length === 0 && keeps(explored);
}

function startingAt(system: System, { cells, points }: State): System {
  return {
    ...system,
    cells: system.cells.map((cell, index) => ({ ...cell, initial: cells[index]! })),
    processes: system.processes.map((process, index) => ({ ...process, entry: points[index]! })),
  };
}

/** The beginning of a run that ends; null where it is decided at its end only. Once decided, a run stays so. */
function cutWhereDecided(telling: Telling, story: Story): Story | null {
  const { both, side } = telling;
  const { states, moves } = story;
  let low = states.findIndex(({ cells }) => cells[both.bits[side]] === 1);
  let high = states.length - 1;
  if (low === -1) return null;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isDecided(telling, states[middle]!)) high = middle;
    else low = middle + 1;
  }
  if (low >= moves.length) return null;
  const kept = moves.slice(0, low);
  return {
    target: { kind: 'signal', property: both.soFar[side], signal: 'violated' },
    moves: kept,
    states: states.slice(0, low + 1),
    switches: kept.filter(({ process }, index) => index > 0 && process !== kept[index - 1]!.process).length,
  };
}
