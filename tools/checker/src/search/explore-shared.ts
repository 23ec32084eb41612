/**
 * The search in WebAssembly with several workers on one memory; what each does is told in `codegen/wasm-crew.ts`.
 *
 * The thread that explores is one of them and leads: level by level, it calls the helpers, works like them, and waits until
 * all are done. Only then does it make room, or begin the next level; so depth, and all that is counted, is what one worker
 * finds. A level of a few states is done by the leader alone, sooner than a helper awakes.
 */
import { initialWords, type Layout, layoutOf } from '../codegen/layout.js';
import { compileWasm } from '../codegen/wasm.js';
import {
  chunkSize,
  command,
  control,
  countNames,
  type GlobalName,
  type MemoryPlan,
  pageBytes,
  planMemory,
  summons,
  workResult,
} from '../codegen/wasm-memory.js';
import type { System } from '../ir/system.js';
import type { Crew } from './crew.js';
import { type Explored, noEdges, type Orders, type StoppedBy, seldom } from './engine.js';
import { makePending } from './initial-state.js';
import { bytesOfChoice, choiceOf, placeTables } from './reduction/choice.js';
import { firstTable, granted, growTo, largerTable, pagesFor, type Table } from './wasm-room.js';
import { type WasmGlobal, type WasmMemory, webAssembly } from './webassembly.js';

/** What the module exports; see `codegen/wasm.ts` and `codegen/wasm-crew.ts`. */
interface Exports extends Readonly<Record<GlobalName, WasmGlobal>> {
  readonly work: () => number;
  readonly enterChunks: () => void;
  readonly filter: (end: number) => void;
}

interface Search {
  readonly plan: MemoryPlan;
  readonly memory: WasmMemory;
  readonly exports: Exports;
  readonly maxStates: number;
  readonly maxBytes: number;
  readonly report: (counts: Counts) => void;
  /** On all of the memory; a new one whenever that grows. */
  words: Int32Array;
  table: Table;
  /** What each worker has told last, home by home, as 32-bit integers, which go round; and the sums, which do not. */
  readonly told: Uint32Array;
  readonly sums: Float64Array;
}

interface Counts {
  readonly states: number;
  readonly transitions: number;
  readonly passed: number;
  readonly ends: number;
  readonly deadlocks: number;
}

/** A level of so many chunks the leader does alone. */
const fewChunks = 2;
/** So often the leader looks whether the others are done before it sleeps. */
const patience = 20_000;

export function exploreShared(
  system: System,
  bounds: Orders,
  crew: Crew,
  aloneUpTo: number = fewChunks,
): Explored {
  const layout = layoutOf(system);
  const progress = { depth: 0, explored: 0 };
  const report = seldom(bounds.onProgress);
  const search = start(system, layout, bounds, crew, ({ states, transitions }) =>
    report(() => ({ states, transitions, depth: progress.depth, open: states - progress.explored })),
  );
  const { plan } = search;
  try {
    let stoppedBy: StoppedBy = null;
    let levelStart = 0;
    let states = 0;
    let counts = countsOf(search);
    // The first round finds the initial state, which is pending.
    for (let levelEnd = 0; stoppedBy === null; levelEnd = word(search, control.chunks)) {
      put(search, control.toExpand, levelStart);
      put(search, control.levelEnd, levelEnd);
      stoppedBy = expand(search, levelEnd - levelStart > aloneUpTo ? plan.homes.length - 1 : 0);
      levelStart = levelEnd;
      counts = countsOf(search);
      if (counts.states === states) break;
      if (states > 0) progress.depth++;
      progress.explored = states;
      states = counts.states;
      if (states > search.maxStates) stoppedBy = 'states';
    }
    const arenaBytes = word(search, control.chunks) * chunkSize * plan.stateBytes;
    return {
      ...counts,
      depth: progress.depth,
      stoppedBy,
      given: (signal) => flagsOf(search, plan.signalFlag(signal), 1)[0] === 1,
      edgesTaken: noEdges(system).map((none, process) =>
        flagsOf(search, plan.edgeFlag(process, 0), none.length),
      ),
      bytesPerState: (arenaBytes + search.table.entries * plan.entryBytes) / counts.states,
    };
  } finally {
    for (const home of helperHomes(plan)) {
      Atomics.store(search.words, (home + plan.summons) / 4, summons.leave);
      Atomics.notify(search.words, (home + plan.summons) / 4);
    }
  }
}

function start(system: System, layout: Layout, bounds: Orders, crew: Crew, report: Search['report']): Search {
  const choice = choiceOf(system, bounds.reduction);
  const plan = planMemory(system, layout, {
    workers: crew.workers,
    chooserBytes: bytesOfChoice(choice),
  });
  const table = firstTable(plan);
  const { least, most } = pagesFor(table, bounds.maxBytes);
  const limits = { initial: least, maximum: most, shared: true };
  const memory = granted(most, () => new webAssembly.Memory(limits));
  const module = new webAssembly.Module(compileWasm(system, layout, plan, choice));
  const instance = new webAssembly.Instance(module, { host: { memory } });
  const search: Search = {
    plan,
    memory,
    exports: instance.exports as Exports,
    maxStates: bounds.maxStates,
    maxBytes: most * pageBytes,
    report,
    words: new Int32Array(memory.buffer),
    table,
    told: new Uint32Array(crew.workers * countNames.length),
    // The initial state is looked up like a successor, but no step leads to it.
    sums: Float64Array.from(countNames, (name) => (name === 'transitions' ? -1 : 0)),
  };
  placeTables(memory, choice);
  search.exports.home.value = plan.homes[0]!;
  placeTable(search, table, 0);
  makePending(plan, search.words, search.exports.filter, initialWords(system, layout));
  const helpers = helperHomes(plan).map((home) => ({
    home,
    summons: home + plan.summons,
    busy: control.busy,
  }));
  crew.help({ module, memory, helpers });
  return search;
}

/** Completes a level, if the bounds let it. */
function expand(search: Search, helpers: number): StoppedBy {
  for (;;) {
    allow(search);
    let result = -1;
    together(search, command.expand, helpers, () => {
      do {
        result = search.exports.work();
        if (result === workResult.more) search.report(countsOf(search));
      } while (result === workResult.more);
    });
    const isFull = result === workResult.full || word(search, control.isFull) !== 0;
    // Who asked for a chunk in vain has counted on.
    put(search, control.chunks, Math.min(word(search, control.chunks), word(search, control.chunksAllowed)));
    if (!isFull) return null;
    put(search, control.isFull, 0);
    const stoppedBy = makeRoom(search, helpers);
    if (stoppedBy !== null) return stoppedBy;
  }
}

/** Calls helpers, those that have come so far, and works with them until all are done. */
function together(search: Search, order: number, helpers: number, own: () => void): void {
  const { plan } = search;
  put(search, control.command, order);
  const ready = helperHomes(plan)
    .slice(0, helpers)
    .map((home) => home + plan.summons)
    .filter((place) => word(search, place) === summons.ready);
  put(search, control.busy, ready.length);
  for (const place of ready) {
    put(search, place, summons.called);
    Atomics.notify(search.words, place / 4);
  }
  own();
  for (let looks = 0, busy = word(search, control.busy); busy > 0; busy = word(search, control.busy))
    if (++looks > patience) Atomics.wait(search.words, control.busy / 4, busy);
  if (ready.some((place) => word(search, place) === summons.broken))
    throw new Error('a thread of the search has failed');
}

/** As many chunks as table and arena have room for, and not many more than may be filled. */
function allow(search: Search): void {
  const { table, maxStates } = search;
  const mayFind = Math.max(1, Math.ceil((maxStates - countsOf(search).states) / (chunkSize - 1)));
  const most = Math.floor(table.room / chunkSize);
  put(search, control.chunksAllowed, Math.min(most, word(search, control.chunks) + mayFind));
}

function makeRoom(search: Search, helpers: number): StoppedBy {
  const { plan, memory, maxStates, maxBytes, table } = search;
  if (countsOf(search).states >= maxStates) return 'states';
  if (word(search, control.chunks) < Math.floor(table.room / chunkSize)) return null;
  const larger = largerTable(plan, table, maxBytes);
  if (larger === undefined) return 'memory';
  growTo(memory, larger.end);
  search.words = new Int32Array(memory.buffer);
  placeTable(search, larger, helpers);
  return null;
}

function placeTable(search: Search, table: Table, helpers: number): void {
  const { memory, exports } = search;
  const { entries, start, end } = table;
  new Uint8Array(memory.buffer, start, end - start).fill(0);
  const bits = Math.log2(entries);
  exports.table.value = start;
  exports.tableEnd.value = end;
  exports.tableBits.value = bits;
  put(search, control.table, start);
  put(search, control.tableEnd, end);
  put(search, control.tableBits, bits);
  put(search, control.toEnter, 0);
  together(search, command.enter, helpers, exports.enterChunks);
  search.table = table;
}

/** Of all workers, as they told it last. */
function countsOf(search: Search): Counts {
  const { plan, told, sums } = search;
  plan.homes.forEach((home, worker) => {
    for (let index = 0; index < countNames.length; index++) {
      const place = worker * countNames.length + index;
      const now = word(search, home + plan.counts + 4 * index) >>> 0;
      sums[index]! += (now - told[place]!) >>> 0;
      told[place] = now;
    }
  });
  const count = (name: (typeof countNames)[number]): number => sums[countNames.indexOf(name)]!;
  return {
    states: count('states'),
    transitions: count('transitions'),
    passed: count('passed'),
    ends: count('ends'),
    deadlocks: count('deadlocks'),
  };
}

/** Bytes of the homes, 1 where it is 1 in one of them. */
function flagsOf({ plan, memory }: Search, from: number, count: number): Uint8Array {
  const flags = new Uint8Array(count);
  for (const home of plan.homes)
    new Uint8Array(memory.buffer, home + from, count).forEach((flag, index) => {
      flags[index]! |= flag;
    });
  return flags;
}

function helperHomes(plan: MemoryPlan): readonly number[] {
  return plan.homes.slice(1);
}

function word({ words }: Search, address: number): number {
  return Atomics.load(words, address / 4);
}

function put({ words }: Search, address: number, value: number): void {
  Atomics.store(words, address / 4, value);
}
