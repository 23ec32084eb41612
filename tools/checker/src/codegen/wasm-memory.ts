/**
 * Where everything stands in the memory of the search, and what the host and the code tell each other.
 *
 *     control | tables of the choice | homes: flags, batch of successors, hashes, cache | arena of states ... | table ...
 *
 * Each worker has a home, where it alone writes; arena and table are for all. Only the table moves: for a bigger one the
 * host leaves the arena room to grow into the old table and puts the new one behind. Pages that nobody has touched cost
 * nothing.
 */
import { signalNumber } from '../ir/stepper.js';
import { type Signal, type System, signalKinds } from '../ir/system.js';
import { edgeCount, mostSuccessors } from './edges.js';
import type { Layout } from './layout.js';
import { type Code, getGlobal, setGlobal } from './wasm-code.js';

export const pageBytes = 65536;

/** Of a cache line. */
export const lineBytes = 64;

/** A batch is looked up when it has so many successors; those of one state stay together. */
export const batchSize = 64;

/** Room for the rows that a choice has to look at: one for each process and guard, at most 62. */
const rowsAtOnce = 64;
/** Room for one word for each process, at most 31. */
const processRoom = 32;

/** How many states the cache has; a power of two. */
export const cacheSize = 4096;

/** Byte offset in a record of the batch, which is a successor that has not been looked up: its hash, then its words. */
export const recordHash = 0;
export const recordWords = 4;

/** One worker alone, or several that share memory. */
export type Sharing = 'alone' | 'shared';

/** Addresses that do not change, and sizes. */
export interface MemoryPlan {
  readonly sharing: Sharing;
  /** Null where the table leads to whole states. */
  readonly fingerprintBits: number | null;
  /** Where the home of each worker starts. The following are byte offsets in a home. */
  readonly homes: readonly number[];
  /** Bytes that become 1: one for each signal, and one for each edge of each process. */
  readonly signalFlag: (signal: Signal) => number;
  readonly edgeFlag: (process: number, edge: number) => number;
  /** A word that is written so that touching the table has a result. */
  readonly sink: number;
  /** A word: a `summons`. */
  readonly summons: number;
  /** Words in which a worker tells what it has counted, in the order of `countNames`. */
  readonly counts: number;
  readonly batch: number;
  readonly batchFull: number;
  /** Of states that are entered into a new table. */
  readonly hashes: number;
  /** Scratch of the choice of processes: a stack of rows, and the situation of each process. */
  readonly rowsToMeet: number;
  readonly situations: number;
  /** States that were seen a short while ago. */
  readonly cache: number;
  /** An address. */
  readonly arena: number;
  readonly recordBytes: number;
  readonly stateBytes: number;
  /** Of the table. */
  readonly entryBytes: number;
}

/** Fingerprints are for one worker. */
export function planMemory(
  system: System,
  layout: Layout,
  { workers = 1, fingerprintBits = null, chooserBytes = 0 }: PlanOptions = {},
): MemoryPlan {
  const firstFlags: number[] = [];
  let end = system.properties.length * signalKinds.length;
  for (const process of system.processes) {
    firstFlags.push(end);
    end += edgeCount(process);
  }
  const stateBytes = 4 * layout.words;
  const recordBytes = recordWords + stateBytes;
  const sink = aligned(end);
  const summoned = aligned(sink + 4);
  const counts = summoned + 4;
  const batch = aligned(counts + 4 * countNames.length);
  const batchFull = batch + batchSize * recordBytes;
  const hashes = aligned(batchFull + mostSuccessors(system) * recordBytes);
  const rowsToMeet = hashes + batchSize * 4;
  const situations = rowsToMeet + rowsAtOnce * 4;
  const cache = situations + processRoom * 4;
  const homeBytes = aligned(cache + cacheSize * stateBytes);
  const firstHome = aligned(controlBytes + chooserBytes);
  const homes = Array.from({ length: workers }, (_, worker) => firstHome + worker * homeBytes);
  return {
    sharing: workers > 1 ? 'shared' : 'alone',
    fingerprintBits,
    homes,
    signalFlag: signalNumber,
    edgeFlag: (process, edge) => firstFlags[process]! + edge,
    sink,
    summons: summoned,
    counts,
    batch,
    batchFull,
    hashes,
    rowsToMeet,
    situations,
    cache,
    arena: firstHome + workers * homeBytes,
    recordBytes,
    stateBytes,
    entryBytes: fingerprintBits === null ? 4 : 8,
  };
}

interface PlanOptions {
  readonly workers?: number;
  /** Of the tables by which processes are chosen; they stand at `chooserAddress`. */
  readonly chooserBytes?: number;
  readonly fingerprintBits?: number | null;
}

/** In the order of the module's globals: of each worker its own. */
export const globalNames = [
  /** Address of the worker's home. */
  'home',
  /** Addresses of the table and of the byte behind it. */
  'table',
  'tableEnd',
  /** The table has 2 to the power of this entries. */
  'tableBits',
  /** The number of the next state that this worker finds. */
  'states',
  /** At this number it has no room. */
  'room',
  /** The next state that is asked for its successors. */
  'next',
  /** Addresses of the part of the batch that has not been looked up. */
  'pending',
  'pendingEnd',
  /** Bytes of the batch that have been looked up; whoever counts takes them and sets 0. */
  'lookedUp',
  'ends',
  'deadlocks',
  /** Not 0: a process of the state at hand can fail. */
  'failed',
  /** Of the processes that were chosen last. */
  'moves',
  /** States that were gone through without being stored. */
  'passed',
  /** With several workers: where the part of the arena that is asked for successors ends. */
  'end',
  /** And states in chunks that are closed, transitions, and whether a chunk is open. */
  'found',
  'transitions',
  'isOpen',
] as const;

export type GlobalName = (typeof globalNames)[number];

export const global = (name: GlobalName): Code => getGlobal(globalNames.indexOf(name));

export const putGlobal = (name: GlobalName, value: Code): Code => setGlobal(globalNames.indexOf(name), value);

/** What a worker tells of itself, as words in its home. They only grow, modulo 2 to the power of 32. */
export const countNames = ['states', 'transitions', 'passed', 'ends', 'deadlocks'] as const;

/** Addresses of the words by which workers act together. Each that is written often has a line to itself. */
export const control = {
  /** What the leader has its helpers do. */
  command: 4,
  table: 8,
  tableEnd: 12,
  tableBits: 16,
  /** Of the arena: the chunk behind the last one that may be taken, and behind the last one of this level. */
  chunksAllowed: 20,
  levelEnd: 24,
  /** Not 0: some worker found no chunk to write to. */
  isFull: 28,
  /** Helpers that have not done what they were told: the leader waits for 0. */
  busy: lineBytes,
  /** The chunk that is taken next to write to; to ask for successors; to enter into a new table. */
  chunks: 2 * lineBytes,
  toExpand: 3 * lineBytes,
  toEnter: 4 * lineBytes,
} as const;

const controlBytes = 5 * lineBytes;

/** Where the tables of the choice of processes start. */
export const chooserAddress = controlBytes;

export const command = { expand: 0, enter: 1 } as const;

/** What stands between the leader and one helper: who is called becomes ready when it is done. */
export const summons = { absent: 0, ready: 1, called: 2, leave: 3, broken: 4 } as const;

/** What a worker comes back with: there is no chunk to ask for successors; none to write to; it has another one to ask. */
export const workResult = { nothing: 0, full: 1, more: 2 } as const;

/** States in a chunk of the arena, less the first place, which holds their number; a power of two. */
export const chunkSize = 256;

/** To a cache line. */
export function aligned(address: number): number {
  return Math.ceil(address / lineBytes) * lineBytes;
}
