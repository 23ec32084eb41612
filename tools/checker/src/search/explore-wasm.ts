/**
 * The host of the search in WebAssembly: gives it memory, level after level to explore, and stops it at its bounds.
 */
import { initialWords, type Layout, layoutOf } from '../codegen/layout.js';
import { compileWasm } from '../codegen/wasm.js';
import { type GlobalName, type MemoryPlan, pageBytes, planMemory } from '../codegen/wasm-memory.js';
import type { System } from '../ir/system.js';
import { type Explored, noEdges, type Orders, type StoppedBy, seldom } from './engine.js';
import { makePending } from './initial-state.js';
import { bytesOfChoice, choiceOf, placeTables } from './reduction/choice.js';
import { firstTable, granted, growTo, largerTable, pagesFor, type Table } from './wasm-room.js';
import { type WasmGlobal, type WasmMemory, webAssembly } from './webassembly.js';

/** What the module exports; see `codegen/wasm.ts`. */
interface Exports extends Readonly<Record<GlobalName, WasmGlobal>> {
  readonly run: (end: number) => number;
  readonly enter: (first: number, last: number) => void;
  readonly filter: (end: number) => void;
}

interface Search {
  readonly plan: MemoryPlan;
  readonly memory: WasmMemory;
  readonly exports: Exports;
  readonly maxStates: number;
  readonly maxBytes: number;
  table: Table;
}

/** So many states are asked for their successors before the host looks at the clock. */
const chunk = 4096;

export function exploreWasm(system: System, bounds: Orders): Explored {
  const layout = layoutOf(system);
  const search = start(system, layout, bounds);
  const { plan, memory, exports } = search;
  const { states, next, lookedUp, passed } = exports;
  const report = seldom(bounds.onProgress);
  let transitions = 0;
  let through = 0;
  let depth = 0;
  let levelEnd = 1;
  let stoppedBy: StoppedBy = null;
  const runTo = (end: number): void => {
    while (stoppedBy === null && exports.run(end) !== 0) stoppedBy = makeRoom(search);
  };
  makePending(
    plan,
    new Uint32Array(memory.buffer, 0, plan.arena / 4),
    exports.filter,
    initialWords(system, layout),
  );
  runTo(0);
  lookedUp.value = 0;
  while (next.value < states.value && stoppedBy === null) {
    runTo(Math.min(levelEnd, next.value + chunk));
    through += passed.value;
    transitions += passed.value + lookedUp.value / plan.recordBytes;
    lookedUp.value = 0;
    passed.value = 0;
    report(() => ({ states: states.value, transitions, depth, open: states.value - next.value }));
    if (next.value === levelEnd && states.value > levelEnd && stoppedBy === null) {
      depth++;
      levelEnd = states.value;
    }
  }
  const flags = new Uint8Array(memory.buffer, plan.homes[0], plan.sink);
  return {
    states: states.value,
    transitions,
    passed: through,
    depth: states.value > levelEnd ? depth + 1 : depth,
    stoppedBy,
    ends: exports.ends.value,
    deadlocks: exports.deadlocks.value,
    given: (signal) => flags[plan.signalFlag(signal)] === 1,
    edgesTaken: noEdges(system).map((none, process) => {
      const first = plan.edgeFlag(process, 0);
      return flags.slice(first, first + none.length);
    }),
    bytesPerState: plan.stateBytes + (search.table.entries * plan.entryBytes) / states.value,
  };
}

function start(system: System, layout: Layout, bounds: Orders): Search {
  const choice = choiceOf(system, bounds.reduction);
  const plan = planMemory(system, layout, { chooserBytes: bytesOfChoice(choice) });
  const table = firstTable(plan);
  const { least, most } = pagesFor(table, bounds.maxBytes);
  const memory = granted(least, () => new webAssembly.Memory({ initial: least, maximum: most }));
  const module = new webAssembly.Module(compileWasm(system, layout, plan, choice));
  const instance = new webAssembly.Instance(module, { host: { memory } });
  const search: Search = {
    plan,
    memory,
    exports: instance.exports as Exports,
    maxStates: bounds.maxStates,
    maxBytes: most * pageBytes,
    table,
  };
  placeTables(memory, choice);
  search.exports.home.value = plan.homes[0]!;
  placeTable(search, table);
  return search;
}

/** Doubles the table, at least, if the bounds let it. */
function makeRoom(search: Search): StoppedBy {
  const { plan, memory, exports, maxStates, maxBytes } = search;
  if (exports.states.value >= maxStates) return 'states';
  const table = largerTable(plan, search.table, maxBytes);
  if (table === undefined) return 'memory';
  growTo(memory, table.end);
  placeTable(search, table);
  return null;
}

function placeTable(search: Search, table: Table): void {
  const { memory, exports, maxStates } = search;
  const { entries, start, end, room } = table;
  // Also makes the pages writable in one go: touched by a read first, each would be faulted in twice.
  new Uint8Array(memory.buffer, start, end - start).fill(0);
  exports.table.value = start;
  exports.tableEnd.value = end;
  exports.tableBits.value = Math.log2(entries);
  exports.room.value = Math.min(room, maxStates);
  exports.enter(0, exports.states.value);
  search.table = table;
}
