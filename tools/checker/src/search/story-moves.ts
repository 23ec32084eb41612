/** What the search for a story asks of a system, over packed states: the moves of one process, and which of them end it. */
import { fuse, initialWords, layoutOf, readField } from '../codegen/layout.js';
import { isDeadlock, isEnd, movesOf, type State, signalsIn, type Told } from '../ir/interpret.js';
import type { System } from '../ir/system.js';
import type { Target } from './story.js';

export interface StoryMoves {
  /** Of a state. */
  readonly words: number;
  readonly processes: number;
  readonly initial: Uint32Array;
  /** Counts the enabled moves of one process; `edge`, `next` and `hit` speak of them until the next call. */
  readonly from: (states: Uint32Array, offset: number, process: number) => number;
  readonly edge: (index: number) => number;
  /** The state after the move, or null if it fails. */
  readonly next: (index: number) => Uint32Array | null;
  /** The target is in the move itself. */
  readonly hit: (index: number) => boolean;
  /** The target is in the state. `process` ran last, and so is likely to be able to move: a hint. */
  readonly reached: (state: Uint32Array, process: number) => boolean;
  readonly unpack: (states: Uint32Array, offset: number) => State;
}

/** The moves of a system, by the interpreter. */
export function movesTowards(system: System, target: Target): StoryMoves {
  const layout = layoutOf(system);
  const fields = [...layout.cells, ...layout.counters];
  let moves: readonly { readonly edge: number; readonly next: Uint32Array | null; readonly hit: boolean }[] =
    [];

  const unpack = (states: Uint32Array, offset: number): State => ({
    cells: layout.cells.map((field) => readField(field, states, offset)),
    points: layout.counters.map((field) => readField(field, states, offset)),
  });
  const pack = (state: State): Uint32Array => {
    const words = new Uint32Array(layout.words);
    const values = [...state.cells, ...state.points];
    for (const { word, set } of fuse(fields.map((field, index) => [field, values[index]!])))
      words[word] = set;
    return words;
  };
  return {
    words: layout.words,
    processes: system.processes.length,
    initial: initialWords(system, layout),
    from: (states, offset, process) => {
      moves = movesOf(system, unpack(states, offset), process).map((move) => ({
        edge: move.edge,
        next: move.kind === 'failure' ? null : pack(move.next),
        hit:
          move.kind === 'failure'
            ? target.kind === 'failure' && target.process === process && target.edge === move.edge
            : tells(target, move.signals),
      }));
      return moves.length;
    },
    edge: (index) => moves[index]!.edge,
    next: (index) => moves[index]!.next,
    hit: (index) => moves[index]!.hit,
    reached: (words) => {
      const state = unpack(words, 0);
      if (target.kind === 'deadlock') return isDeadlock(system, state);
      return (
        tells(target, signalsIn(system.invariants, state)) ||
        (system.atEnd.length > 0 && isEnd(system, state) && tells(target, signalsIn(system.atEnd, state)))
      );
    },
    unpack,
  };
}

function tells(target: Target, signals: readonly Told[]): boolean {
  return (
    target.kind === 'signal' &&
    signals.some(({ property, kind }) => property === target.property && kind === target.signal)
  );
}
