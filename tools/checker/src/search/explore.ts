/**
 * Every state that a system can reach, breadth first, and what the properties say on the way.
 *
 * Two engines do the same: WebAssembly for speed, JavaScript as its oracle. What is counted, in both:
 *
 *     transition   one enabled leaf of one process in one state, self-loops and steps to known states included
 *     failure      an edge that is taken, but no transition: there is no next state
 *     end          a state without moves in which every process has ended
 *     deadlock     a state without moves in which some process has not ended; one that can fail can move
 *
 * Invariants are asked in every state when it is found, `atEnd` checks in ends and deadlocks.
 *
 * A reduced search leaves states and transitions out. Ends, deadlocks, signals, failures and the edges that are taken are the
 * same as without.
 */
import { failuresOf } from '../codegen/edges.js';
import { type SignalKind, type System, signalKinds } from '../ir/system.js';
import type { Crew } from './crew.js';
import type { Engine, Explored, Orders, Progress, ReductionName, StoppedBy } from './engine.js';
import { collisionBound, exploreFingerprints, fingerprintBits } from './explore-fingerprints.js';
import { exploreJavaScript } from './explore-javascript.js';
import { exploreShared } from './explore-shared.js';
import { exploreWasm } from './explore-wasm.js';
import { canReduce } from './reduction/reduction.js';

export type { Progress, ReductionName, StoppedBy } from './engine.js';

export type EngineName = 'wasm' | 'javascript';

export type StoreName = 'states' | 'fingerprints';

export interface ExploreOptions {
  readonly engine: EngineName;
  /** `none` where it is not given. */
  readonly reduction?: ReductionName;
  /** Stops when there are more; a crew finds a few more before it does. */
  readonly maxStates?: number;
  /** For states and table; 4 GiB where it is not given, and WebAssembly cannot use more. */
  readonly maxBytes?: number;
  /** Threads that help; WebAssembly only, and whole states. */
  readonly crew?: Crew;
  /** What is kept of a state: all of it where it is not given, or a fingerprint, which WebAssembly alone can. */
  readonly store?: StoreName;
  /** Called a few times a second. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface Exploration {
  readonly engine: EngineName;
  /** `none` also where a system has too many processes to be reduced. */
  readonly reduction: ReductionName;
  /** Stored. */
  readonly states: number;
  readonly transitions: number;
  /** How often a state was gone through without being stored; one may have been several times. */
  readonly passed: number;
  /** Steps of the shortest run to the state that is farthest away; such runs as a reduced search goes, less what it passes. */
  readonly depth: number;
  /** Whether nothing was left out but what a reduction may leave out: only then does "never" mean never. */
  readonly complete: boolean;
  /**
   * Null where whole states are kept. With fingerprints, a bound on the probability that one was taken for another, and
   * something was left out nevertheless: `complete` is to be said with it only.
   */
  readonly collision: number | null;
  /** The bound that was hit. What was found until then is true; how much that is depends on the engine. */
  readonly stoppedBy: StoppedBy;
  readonly ends: number;
  readonly deadlocks: number;
  /** For each property: the kinds of signal that some reached step or state has given. */
  readonly signals: readonly Readonly<Record<SignalKind, boolean>>[];
  /** That some run reaches, in the order of processes and edges. */
  readonly failures: readonly { readonly process: number; readonly edge: number }[];
  /** For each process and edge: 1 where some run takes it. */
  readonly edgesTaken: readonly Uint8Array[];
  /** Of states and table. */
  readonly bytesPerState: number;
  /** User and system time of the process, code generation included. */
  readonly cpuMs: number;
}

const engines: Readonly<Record<EngineName, Engine>> = { wasm: exploreWasm, javascript: exploreJavaScript };

/** Throws a RangeError where the machine has less memory than the bounds allow. */
export function explore(system: System, options: ExploreOptions): Exploration {
  const started = process.cpuUsage();
  const search = searchOf(options);
  const reduction = canReduce(system) ? (options.reduction ?? 'none') : 'none';
  const orders: Orders = {
    reduction,
    maxStates: Math.max(1, options.maxStates ?? Number.POSITIVE_INFINITY),
    maxBytes: options.maxBytes ?? 2 ** 32,
    onProgress: options.onProgress ?? (() => {}),
  };
  const { given, ...explored } = search.run(system, orders);
  const { user, system: kernel } = process.cpuUsage(started);
  return {
    engine: options.engine,
    reduction,
    ...explored,
    complete: explored.stoppedBy === null,
    collision: search.kind === 'fingerprints' ? collisionBound(explored.states, fingerprintBits) : null,
    signals: system.properties.map((_, property) => signalsOf(property, given)),
    failures: failuresTaken(system, explored.edgesTaken),
    cpuMs: (user + kernel) / 1000,
  };
}

function searchOf({ engine, crew, store = 'states' }: ExploreOptions): {
  readonly kind: 'engine' | 'crew' | 'fingerprints';
  readonly run: Engine;
} {
  if (engine === 'wasm' && store === 'fingerprints')
    return { kind: 'fingerprints', run: exploreFingerprints };
  if (engine === 'wasm' && crew !== undefined && crew.workers > 1)
    return { kind: 'crew', run: (system, orders) => exploreShared(system, orders, crew) };
  return { kind: 'engine', run: engines[engine] };
}

function signalsOf(property: number, given: Explored['given']): Record<SignalKind, boolean> {
  return Object.fromEntries(signalKinds.map((kind) => [kind, given({ property, kind })])) as Record<
    SignalKind,
    boolean
  >;
}

function failuresTaken(system: System, edgesTaken: readonly Uint8Array[]): Exploration['failures'] {
  return system.processes.flatMap((process, index) =>
    failuresOf(process)
      .filter(({ edge }) => edgesTaken[index]![edge] === 1)
      .map(({ edge }) => ({ process: index, edge })),
  );
}
