/**
 * Where everything stands in the memory of the search, and what the host and the code tell each other.
 *
 *     flags | batch of successors | hashes | cache | arena of states ... | table ...
 *
 * Only the table moves: for a bigger one the host leaves the arena room to grow into the old table and puts the new one
 * behind. Pages that nobody has touched cost nothing.
 */
import { signalNumber } from '../ir/stepper.js';
import { type Signal, type System, signalKinds } from '../ir/system.js';
import { edgeCount, mostSuccessors } from './edges.js';
import type { Layout } from './layout.js';
import { type Code, getGlobal, setGlobal } from './wasm-code.js';

export const pageBytes = 65536;

/** Of a cache line. */
export const lineBytes = 64;

/** One word. */
export const entryBytes = 4;

/** A batch is looked up when it has so many successors; those of one state stay together. */
export const batchSize = 64;

/** How many states the cache has; a power of two. */
export const cacheSize = 4096;

/** Byte offsets in a record of the batch: a successor that has not been looked up. The words come last. */
export const recordHash = 0;
export const recordParent = 4;
export const recordWords = 8;

/** Addresses that do not change, and sizes. */
export interface MemoryPlan {
  /** Bytes that become 1: one for each signal, and one for each edge of each process. */
  readonly signalFlag: (signal: Signal) => number;
  readonly edgeFlag: (process: number, edge: number) => number;
  /** A word that is written so that touching the table has a result. */
  readonly sink: number;
  readonly batch: number;
  readonly batchFull: number;
  /** Of states that are entered into a new table. */
  readonly hashes: number;
  /** States that were seen a short while ago. */
  readonly cache: number;
  readonly arena: number;
  readonly recordBytes: number;
  /** Of a state in the arena: its words, then the number of the state that it was found from. */
  readonly stateBytes: number;
}

export function planMemory(system: System, layout: Layout): MemoryPlan {
  const firstFlags: number[] = [];
  let end = system.properties.length * signalKinds.length;
  for (const process of system.processes) {
    firstFlags.push(end);
    end += edgeCount(process);
  }
  const bytes = 4 * layout.words;
  const recordBytes = recordWords + bytes;
  const sink = aligned(end);
  const batch = aligned(sink + 4);
  const batchFull = batch + batchSize * recordBytes;
  const hashes = aligned(batchFull + mostSuccessors(system) * recordBytes);
  const cache = hashes + batchSize * 4;
  return {
    signalFlag: signalNumber,
    edgeFlag: (process, edge) => firstFlags[process]! + edge,
    sink,
    batch,
    batchFull,
    hashes,
    cache,
    arena: cache + cacheSize * bytes,
    recordBytes,
    stateBytes: bytes + 4,
  };
}

/** In the order of the module's globals. */
export const globalNames = [
  /** Addresses of the table and of the byte behind it. */
  'table',
  'tableEnd',
  /** The table has 2 to the power of this entries. */
  'tableBits',
  /** How many states there are. */
  'states',
  /** At so many the store is full. */
  'room',
  /** The next state that is asked for its successors. */
  'next',
  /** Addresses of the part of the batch that has not been looked up. */
  'pending',
  'pendingEnd',
  /** Bytes of the batch that have been looked up; the host takes them and sets 0. */
  'lookedUp',
  'ends',
  'deadlocks',
  /** Not 0: a process of the state at hand can fail. */
  'failed',
] as const;

export type GlobalName = (typeof globalNames)[number];

export const global = (name: GlobalName): Code => getGlobal(globalNames.indexOf(name));

export const putGlobal = (name: GlobalName, value: Code): Code => setGlobal(globalNames.indexOf(name), value);

/** To a cache line. */
export function aligned(address: number): number {
  return Math.ceil(address / lineBytes) * lineBytes;
}
