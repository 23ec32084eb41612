/**
 * Compares two promises by the runs of a system: is there one that the one forbids and the other does not? Complete runs are
 * compared: those that end, and fair ones that never do.
 */
import type { System } from '../ir/system.js';
import { isEnough } from '../memory/memory-model.js';
import type { Buffered } from '../memory/total-store-order.js';
import type { Progress } from '../search/engine.js';
import { type EngineName, explore, type ReductionName } from '../search/explore.js';
import { checkAllLiveness } from '../search/liveness/check-liveness.js';
import { type Pair, type Side, sides, signalOf, whyIncomparable } from './pair.js';
import { type Both, watchBoth } from './watch-both.js';

export interface CompareOptions {
  /** `wasm` where it is not given. */
  readonly engine?: EngineName;
  readonly reduction?: ReductionName;
  readonly maxStates?: number;
  readonly maxBytes?: number;
  readonly onProgress?: (progress: Progress) => void;
}

/** Of a side: a run that it alone forbids. `none` is said of all runs; `unknown` where a bound was hit, or the model fails. */
export type OnlyOne = 'ends' | 'endless' | 'none' | 'unknown';

export type RunsCompared =
  | {
      readonly kind: 'compared';
      readonly states: number;
      /** Whether every run was followed to its end: false also where the model itself fails in some. */
      readonly complete: boolean;
      readonly only: Readonly<Record<Side, OnlyOne>>;
      /** Whether some run says of the side what counts: a promise is broken, a permission used. */
      readonly said: Readonly<Record<Side, boolean>>;
    }
  | { readonly kind: 'incomparable'; readonly reason: string };

/** The promises are told by numbers of properties of the system. Throws a RangeError where there is too little memory. */
export function compareRuns(buffered: Buffered, pair: Pair, options: CompareOptions = {}): RunsCompared {
  const prepared = prepare(buffered.system, pair);
  if (typeof prepared === 'string') return { kind: 'incomparable', reason: prepared };
  const { system, only } = prepared;
  const bounds = boundsOf(options);
  const { engine = 'wasm', reduction = 'none' } = options;
  const explored = explore(system, { engine, reduction, ...bounds });
  const complete =
    explored.complete && explored.failures.length === 0 && isEnough(buffered, explored.edgesTaken);
  const found = sides.map((side): readonly [Side, OnlyOne] => {
    const signals = explored.signals[only[side]]!;
    if (signals.violated) return [side, 'ends'];
    // Where it never stands alone it stands alone in no endless run.
    if (!signals.applies) return [side, complete ? 'none' : 'unknown'];
    const endless = checkAllLiveness(system, prepared.endless[side], { engine, ...bounds, endless: true });
    if (endless.some(({ kind }) => kind === 'violated')) return [side, 'endless'];
    return [side, complete && endless.every(({ kind }) => kind === 'holds') ? 'none' : 'unknown'];
  });
  const counted = signalOf(buffered.system, pair);
  const saidOf = (side: Side): boolean =>
    pair[side].some((property) => explored.signals[property]?.[counted] === true) ||
    found.some(([one, kind]) => one === side && (kind === 'ends' || kind === 'endless'));
  return {
    kind: 'compared',
    states: explored.states,
    complete,
    only: Object.fromEntries(found) as Record<Side, OnlyOne>,
    said: { before: saidOf('before'), after: saidOf('after') },
  };
}

/** The system that watches both, or the reason why there is none. */
export function prepare(system: System, pair: Pair): Both | string {
  return (
    whyIncomparable(system, pair) ??
    watchBoth(system, pair) ??
    'what they ask at the end of a run is too much to be asked at once'
  );
}

function boundsOf({ maxStates, maxBytes, onProgress }: CompareOptions): Omit<CompareOptions, 'engine'> {
  return {
    ...(maxStates === undefined ? {} : { maxStates }),
    ...(maxBytes === undefined ? {} : { maxBytes }),
    ...(onProgress === undefined ? {} : { onProgress }),
  };
}
