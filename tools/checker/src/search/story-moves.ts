/** What the search for a story asks of a system, over packed states: the moves of one process, and which of them end it. */
import { compileJavaScript } from '../codegen/javascript.js';
import { layoutOf, readField } from '../codegen/layout.js';
import type { State } from '../ir/interpret.js';
import { signalNumber, type Visit } from '../ir/stepper.js';
import type { Check, MonitorNode, System } from '../ir/system.js';
import type { Target } from './story.js';

export interface StoryMoves {
  /** Of a state. */
  readonly words: number;
  readonly processes: number;
  readonly initial: Uint32Array;
  /** Collects the enabled moves of one process in the state at `offset`; they stay until it is called again. */
  readonly collect: (states: Uint32Array, offset: number, process: number) => Collected;
  /** The target is in the state. `process` ran last, and so is likely to be able to move: a hint. */
  readonly reached: (states: Uint32Array, offset: number, process: number) => boolean;
  readonly unpack: (states: Uint32Array, offset: number) => State;
}

interface Collected {
  readonly count: number;
  readonly edges: readonly number[];
  /** The state after move `m` stands at `m * words`, unless the move fails. */
  readonly states: Uint32Array;
  readonly fails: readonly boolean[];
  /** The target is in the move itself. */
  readonly hits: readonly boolean[];
}

/** The moves of a system, by generated code. */
export function movesTowards(system: System, target: Target): StoryMoves {
  const layout = layoutOf(system);
  const stepper = compileJavaScript(system, layout);
  const { words } = layout;
  const processes = system.processes.length;
  const wanted =
    target.kind === 'signal' ? signalNumber({ property: target.property, kind: target.signal }) : -1;
  const violations = system.properties.map((_, property) => signalNumber({ property, kind: 'violated' }));
  const found = {
    count: 0,
    edges: [] as number[],
    states: new Uint32Array(16 * words),
    fails: [] as boolean[],
    hits: [] as boolean[],
  };

  const collectOne: Visit = (process, edge, next, signals) => {
    const move = found.count++;
    found.edges[move] = edge;
    found.fails[move] = next === null;
    found.hits[move] =
      next === null
        ? target.kind === 'failure' && target.process === process && target.edge === edge
        : signals.includes(wanted);
    if (next === null) return;
    if (found.count * words > found.states.length) {
      const larger = new Uint32Array(found.states.length * 2);
      larger.set(found.states);
      found.states = larger;
    }
    for (let word = 0; word < words; word++) found.states[move * words + word] = next[word]!;
  };

  let moved = false;
  const noteMove: Visit = () => {
    moved = true;
  };
  const isEnd = (states: Uint32Array, offset: number, first: number): boolean => {
    moved = false;
    for (let turn = 0; turn < processes && !moved; turn++)
      stepper.moves((first + turn) % processes, states, offset, noteMove);
    return !moved;
  };
  const inStates = canTell(system.invariants, target);
  const atEnds = target.kind === 'deadlock' || canTell(system.atEnd, target);

  return {
    words,
    processes,
    initial: stepper.initial,
    collect: (states, offset, process) => {
      found.count = 0;
      stepper.moves(process, states, offset, collectOne);
      return found;
    },
    reached: (states, offset, process) => {
      if (inStates && stepper.invariants(states, offset).includes(wanted)) return true;
      if (!atEnds || !isEnd(states, offset, process)) return false;
      if (target.kind !== 'deadlock') return stepper.atEnd(states, offset).includes(wanted);
      if (stepper.hasEnded(states, offset)) return false;
      return !target.silent || !stepper.atEnd(states, offset).some((signal) => violations.includes(signal));
    },
    unpack: (states, offset) => ({
      cells: layout.cells.map((field) => readField(field, states, offset)),
      points: layout.counters.map((field) => readField(field, states, offset)),
    }),
  };
}

/** Whether a check speaks of the target at all: most targets need no look at states, or at ends. */
function canTell(checks: readonly Check[], target: Target): boolean {
  const inNode = (node: MonitorNode): boolean =>
    node.kind === 'test'
      ? node.branches.some((branch) => inNode(branch.node))
      : node.signals.some(
          ({ property, kind }) =>
            target.kind === 'signal' && property === target.property && kind === target.signal,
        );
  return checks.some(({ node }) => inNode(node));
}
