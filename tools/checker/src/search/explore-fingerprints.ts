/**
 * The search in WebAssembly that keeps no states, only 64 bits of each: for systems whose states do not fit into memory.
 *
 * The arena holds two levels, the one that is asked for its successors and the one that is found; when the first is done,
 * the second takes its place. A state whose fingerprint is that of another is taken for it, and is lost with what only it leads
 * to. So whatever is found is true, but that nothing else exists is only likely: see `collisionBound`.
 */
import { initialWords, type Layout, layoutOf } from '../codegen/layout.js';
import { compileWasm } from '../codegen/wasm.js';
import { aligned, type GlobalName, type MemoryPlan, pageBytes, planMemory } from '../codegen/wasm-memory.js';
import type { System } from '../ir/system.js';
import { type Explored, noEdges, type Orders, type StoppedBy, seldom } from './engine.js';
import { makePending } from './initial-state.js';
import { bytesOfChoice, choiceOf, placeTables } from './reduction/choice.js';
import { granted, growTo, mostLoad, mostPages } from './wasm-room.js';
import { type WasmGlobal, type WasmMemory, webAssembly } from './webassembly.js';

/** What the module exports; see `codegen/wasm.ts`. */
interface Exports extends Readonly<Record<GlobalName, WasmGlobal>> {
  readonly run: (end: number) => number;
  readonly enterAgain: (from: number, to: number) => void;
  readonly filter: (end: number) => void;
}

interface Search {
  readonly plan: MemoryPlan;
  readonly memory: WasmMemory;
  readonly exports: Exports;
  readonly maxStates: number;
  readonly maxBytes: number;
  /** States that are in the table alone. */
  gone: number;
  room: Room;
}

/** The arena has room for `frontier` states. */
interface Room {
  readonly frontier: number;
  readonly entries: number;
  readonly start: number;
  readonly end: number;
}

/** Of a fingerprint. */
export const fingerprintBits = 64;

const firstEntries = 4096;
/** So many states are asked for their successors before the host looks at the clock. */
const chunk = 4096;

/**
 * A bound on the probability that among so many states two have one fingerprint, if fingerprints are as good as random: the
 * number of pairs by the number of fingerprints (the union bound of the birthday problem; Stern and Dill, "Improved
 * probabilistic verification by hash compaction", 1995, for its use here). The states are those that were found.
 */
export function collisionBound(states: number, bits: number): number {
  return Math.min(1, (states * (states - 1)) / 2 / 2 ** bits);
}

export function exploreFingerprints(system: System, bounds: Orders): Explored {
  return exploreWithBits(system, bounds, fingerprintBits);
}

/** With shorter fingerprints, down to a bit: to see what happens when they are too few. */
export function exploreWithBits(system: System, bounds: Orders, bits: number): Explored {
  const layout = layoutOf(system);
  const search = start(system, layout, bounds, bits);
  const { plan, memory, exports } = search;
  const { next, lookedUp, passed } = exports;
  const report = seldom(bounds.onProgress);
  let transitions = 0;
  let through = 0;
  let depth = 0;
  let levelEnd = 1;
  let stoppedBy: StoppedBy = null;
  const runTo = (end: number): void => {
    while (stoppedBy === null && exports.run(end) !== 0) stoppedBy = makeRoom(search);
    transitions += passed.value + lookedUp.value / plan.recordBytes;
    lookedUp.value = 0;
    through += passed.value;
    passed.value = 0;
  };
  makePending(
    plan,
    new Uint32Array(memory.buffer, 0, plan.arena / 4),
    exports.filter,
    initialWords(system, layout),
  );
  runTo(0);
  transitions = 0;
  while (stoppedBy === null) {
    runTo(Math.min(levelEnd, next.value + chunk));
    const states = countOf(search);
    report(() => ({ states, transitions, depth, open: exports.states.value - next.value }));
    if (next.value < levelEnd || stoppedBy !== null) continue;
    forget(search, levelEnd);
    levelEnd = exports.states.value;
    if (levelEnd === 0) break;
    depth++;
  }
  const states = countOf(search);
  const flags = new Uint8Array(memory.buffer, plan.homes[0], plan.sink);
  return {
    states,
    transitions,
    passed: through,
    depth: stoppedBy !== null && exports.states.value > levelEnd ? depth + 1 : depth,
    stoppedBy,
    ends: exports.ends.value,
    deadlocks: exports.deadlocks.value,
    given: (signal) => flags[plan.signalFlag(signal)] === 1,
    edgesTaken: noEdges(system).map((none, process) => {
      const first = plan.edgeFlag(process, 0);
      return flags.slice(first, first + none.length);
    }),
    bytesPerState: (search.room.end - plan.arena) / states,
  };
}

function countOf({ gone, exports }: Search): number {
  return gone + exports.states.value;
}

function start(system: System, layout: Layout, bounds: Orders, bits: number): Search {
  const choice = choiceOf(system, bounds.reduction);
  const plan = planMemory(system, layout, { fingerprintBits: bits, chooserBytes: bytesOfChoice(choice) });
  const entries = firstEntries;
  const frontier = entries / 2;
  const tableStart = aligned(plan.arena + frontier * plan.stateBytes);
  const room = { frontier, entries, start: tableStart, end: tableStart + entries * plan.entryBytes };
  const least = Math.ceil(room.end / pageBytes);
  const most = Math.max(least, Math.min(mostPages, Math.floor(bounds.maxBytes / pageBytes)));
  const memory = granted(least, () => new webAssembly.Memory({ initial: least, maximum: most }));
  const module = new webAssembly.Module(compileWasm(system, layout, plan, choice));
  const instance = new webAssembly.Instance(module, { host: { memory } });
  const search: Search = {
    plan,
    memory,
    exports: instance.exports as Exports,
    maxStates: bounds.maxStates,
    maxBytes: most * pageBytes,
    gone: 0,
    room,
  };
  placeTables(memory, choice);
  search.exports.home.value = plan.homes[0]!;
  setRoom(search);
  return search;
}

/** Drops the level before `end`; what was found behind it moves to its place. */
function forget(search: Search, end: number): void {
  const { plan, memory, exports } = search;
  const at = (state: number): number => plan.arena + state * plan.stateBytes;
  new Uint8Array(memory.buffer).copyWithin(at(0), at(end), at(exports.states.value));
  search.gone += end;
  exports.states.value -= end;
  exports.next.value = 0;
  setRoom(search);
}

/** Doubles what is full, table or arena, if the bounds let it. */
function makeRoom(search: Search): StoppedBy {
  const { plan, memory, exports, maxStates, maxBytes, room } = search;
  if (countOf(search) >= maxStates) return 'states';
  const isTableFull = countOf(search) >= mostLoad * room.entries;
  const entries = isTableFull ? 2 * room.entries : room.entries;
  const wanted = exports.states.value >= room.frontier ? 2 * room.frontier : room.frontier;
  const bytes = entries * plan.entryBytes;
  // The new table must not touch the old one, of which it is filled: it stands before it, or behind.
  const first = aligned(plan.arena + wanted * plan.stateBytes);
  const start = first + bytes <= room.start || first >= room.end ? first : room.end;
  const end = start + bytes;
  if (end > maxBytes) return 'memory';
  growTo(memory, end);
  new Uint8Array(memory.buffer, start, bytes).fill(0);
  const frontier = Math.floor((start - plan.arena) / plan.stateBytes);
  search.room = { frontier, entries, start, end };
  setRoom(search);
  exports.enterAgain(room.start, room.end);
  return null;
}

/** Tells the code what it has room for. */
function setRoom({ exports, room, gone, maxStates }: Search): void {
  exports.table.value = room.start;
  exports.tableEnd.value = room.end;
  exports.tableBits.value = Math.log2(room.entries);
  exports.room.value = Math.min(room.frontier, mostLoad * room.entries - gone, maxStates - gone);
}
