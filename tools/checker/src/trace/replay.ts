/**
 * Runs a story once more, step by step, through the interpreter. Whoever shows a counterexample shows what comes out of
 * here: the search and the generated code are checked against the oracle each time, and a story that does not come true
 * is a bug of ours.
 */
import { assert } from '../assert.js';
import {
  type Fact,
  initialState,
  isDeadlock,
  isEnabled,
  isEnd,
  type Move,
  movesOf,
  outcomesOf,
  type State,
  sameState,
  signalsIn,
  stepOf,
  type Told,
} from '../ir/interpret.js';
import { type Failure, mayRest, type System } from '../ir/system.js';
import type { LivenessTarget, Story, Target } from '../search/story.js';
import { neverHappens } from './never-happens.js';
import { pointOf } from './step-text.js';

/** A story that came true. */
export interface Run {
  readonly system: System;
  readonly target: Target | LivenessTarget;
  /** The initial state, then the state after each move; a move that fails has none. */
  readonly states: readonly State[];
  readonly moves: readonly Move[];
  readonly ending: Ending;
}

/** How a run came to its target. */
export type Ending =
  /** In the last step, or in the last state. */
  | { readonly kind: 'signal'; readonly at: 'step' | 'state'; readonly told: Told }
  /** Because no process can take a step: some may be blocked. */
  | {
      readonly kind: 'signal';
      readonly at: 'end';
      readonly told: Told;
      readonly waiting: readonly Waiting[];
    }
  | { readonly kind: 'failure'; readonly failure: Failure }
  | { readonly kind: 'deadlock'; readonly waiting: readonly Waiting[] }
  /** What the property promises never happens: in a run that ends, or that goes round and round from `loop` moves on. */
  | {
      readonly kind: 'liveness';
      readonly property: number;
      readonly loop: number | null;
      /** What its goal looks at, in the last state. */
      readonly because: readonly Fact[];
      /** Who never takes a step again, and never can. */
      readonly waiting: readonly Waiting[];
      /** Who never takes a step again, and could. */
      readonly starving: readonly number[];
    };

/** A process that is blocked, and each cell that its step looked at before it was. */
export interface Waiting {
  readonly process: number;
  readonly tested: readonly Fact[];
}

/** Replays a story that the search has found. */
export function replay(system: System, story: Story): Run {
  const states: State[] = [initialState(system)];
  const moves: Move[] = [];
  story.moves.forEach(({ process, edge }, index) => {
    const before = states[index];
    assert(before !== undefined, `step ${index} comes after a failure, which ends a story`);
    const move = movesOf(system, before, process).find((one) => one.edge === edge);
    assert(
      move !== undefined,
      `step ${index}: the search took edge ${edge} of process ${process}, which is not enabled`,
    );
    moves.push(move);
    if (move.kind === 'step') states.push(move.next);
  });
  assert(states.length === story.states.length, 'the search and the interpreter come to as many states');
  states.forEach((state, index) => {
    assert(sameState(state, story.states[index]!), `state ${index}: the search and the interpreter differ`);
  });
  const ending = endingOf(system, story.target, states, moves);
  assert(ending !== null, 'the story does not come to what the search was told to find');
  return { system, target: story.target, states, moves, ending };
}

/** How a run comes to the target at its end; null if it does not. */
export function endingOf(
  system: System,
  target: Target | LivenessTarget,
  states: readonly State[],
  moves: readonly Move[],
): Ending | null {
  const move = moves.at(-1);
  const state = states.at(-1)!;
  switch (target.kind) {
    case 'failure':
      return move?.kind === 'failure' && move.process === target.process && move.edge === target.edge
        ? { kind: 'failure', failure: move.failure }
        : null;
    case 'deadlock':
      return move?.kind !== 'failure' &&
        isDeadlock(system, state) &&
        !(target.silent && signalsIn(system.atEnd, state).some(({ kind }) => kind === 'violated'))
        ? { kind: 'deadlock', waiting: waitingIn(system, state) }
        : null;
    case 'liveness': {
      const { property, loop } = target;
      if (move?.kind === 'failure') return null;
      const because = neverHappens(system, target, states, moves);
      if (because === null) return null;
      const movers = loop === null ? [] : moves.slice(loop).map(({ process }) => process);
      const idle = waitingIn(system, state).filter(({ process }) => !movers.includes(process));
      const forEver = loop === null ? [state] : states.slice(loop);
      const canStep = ({ process }: Waiting): boolean =>
        forEver.some((one) => isEnabled(system, one, process));
      const waiting = idle.filter((one) => !canStep(one));
      const starving = idle.filter(canStep).map(({ process }) => process);
      return { kind: 'liveness', property, loop, because, waiting, starving };
    }
    case 'signal': {
      if (move?.kind === 'failure') return null;
      const find = (signals: readonly Told[]) =>
        signals.find((told) => told.property === target.property && told.kind === target.signal);
      const inStep = find(move?.signals ?? []);
      if (inStep !== undefined) return { kind: 'signal', at: 'step', told: inStep };
      const inState = find(signalsIn(system.invariants, state));
      if (inState !== undefined) return { kind: 'signal', at: 'state', told: inState };
      const atEnd = isEnd(system, state) ? find(signalsIn(system.atEnd, state)) : undefined;
      return atEnd === undefined
        ? null
        : { kind: 'signal', at: 'end', told: atEnd, waiting: waitingIn(system, state) };
    }
  }
}

function waitingIn(system: System, state: State): readonly Waiting[] {
  return system.processes.flatMap((_, process): readonly Waiting[] => {
    const step = stepOf(system, state, process);
    if (step === null || mayRest(pointOf(system, state, process))) return [];
    const tested = outcomesOf(step, state.cells).flatMap((outcome) => outcome.tested);
    return [{ process, tested: [...new Map(tested.map((fact) => [fact.cell, fact])).values()] }];
  });
}
