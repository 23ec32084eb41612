/** The host of the module that makes the graph: gives it memory, and takes its lists. */

import { failuresOf } from '../../codegen/edges.js';
import { initialWords, type Layout } from '../../codegen/layout.js';
import { compileGraph, type GraphPlan, type listGlobals, planGraph } from '../../codegen/wasm-graph.js';
import { type GlobalName, pageBytes, recordWords } from '../../codegen/wasm-memory.js';
import type { Condition, System } from '../../ir/system.js';
import { type Bounds, type StoppedBy, seldom } from '../engine.js';
import { firstTable, granted, growTo, largerTable, pagesFor, type Table } from '../wasm-room.js';
import { type WasmGlobal, type WasmMemory, webAssembly } from '../webassembly.js';
import type { Graph } from './graph.js';
import { bytesBeside } from './graph-bounds.js';
import { StepList } from './step-list.js';

interface Exports extends Readonly<Record<GlobalName | (typeof listGlobals)[number], WasmGlobal>> {
  readonly expand: (end: number) => number;
  readonly enter: (first: number, last: number) => void;
}

interface Making {
  readonly plan: GraphPlan;
  readonly memory: WasmMemory;
  readonly exports: Exports;
  readonly maxStates: number;
  readonly maxBytes: number;
  table: Table;
}

/** Null where a step fails that some run takes: the module does not tell in which states. */
export function graphInWasm(
  system: System,
  layout: Layout,
  last: Condition | null,
  bounds: Bounds,
): Graph | null {
  const making = start(system, layout, last, bounds);
  const { plan, memory, exports } = making;
  const { states, next } = exports;
  const steps = new StepList();
  const report = seldom(bounds.onProgress);
  let stoppedBy: StoppedBy = null;
  const expandTo = (end: number): void => {
    while (stoppedBy === null && exports.expand(end) !== 0) stoppedBy = makeRoom(making, steps.count);
  };
  makePending(making, initialWords(system, layout));
  expandTo(0);
  while (next.value < states.value && stoppedBy === null) {
    exports.targets.value = plan.targets;
    exports.movers.value = plan.movers;
    exports.borders.value = plan.borders;
    expandTo(Math.min(states.value, next.value + plan.mostStates));
    // Where the store is full, some steps have no target yet.
    if (stoppedBy === null) takeLists(making, steps);
    report(() => ({
      states: states.value,
      transitions: steps.count,
      depth: 0,
      open: states.value - next.value,
    }));
  }
  if (hasFailed(making, system)) return null;
  const count = states.value;
  const { words } = layout;
  const arena = new Uint32Array(memory.buffer, plan.memory.arena, count * words);
  const expanded = steps.states;
  return { count, expanded, arena, words, ...steps.columns(expanded, count), stoppedBy };
}

function takeLists({ plan, memory, exports }: Making, steps: StepList): void {
  const count = exports.movers.value - plan.movers;
  const ends = new Uint32Array(memory.buffer, plan.borders, (exports.borders.value - plan.borders) / 4);
  steps.append(
    new Uint32Array(memory.buffer, plan.targets, count),
    new Uint8Array(memory.buffer, plan.movers, count),
    ends.map((end) => end - plan.movers),
  );
}

function start(system: System, layout: Layout, last: Condition | null, bounds: Bounds): Making {
  const plan = planGraph(system, layout);
  const table = firstTable(plan.memory);
  const { least, most } = pagesFor(table, bounds.maxBytes);
  const memory = granted(least, () => new webAssembly.Memory({ initial: least, maximum: most }));
  const module = new webAssembly.Module(compileGraph(system, layout, plan, last));
  const instance = new webAssembly.Instance(module, { host: { memory } });
  const { maxStates, maxBytes } = bounds;
  const making: Making = {
    plan,
    memory,
    exports: instance.exports as Exports,
    maxStates,
    maxBytes: Math.min(maxBytes, most * pageBytes),
    table,
  };
  making.exports.home.value = plan.memory.homes[0]!;
  placeTable(making, table);
  return making;
}

/** The initial state is looked up like a successor; that it has a number is no step. */
function makePending({ plan, memory, exports }: Making, initial: Uint32Array): void {
  const batch = plan.memory.homes[0]! + plan.memory.batch;
  new Uint32Array(memory.buffer, batch + recordWords, initial.length).set(initial);
  exports.pending.value = batch;
  exports.pendingEnd.value = batch + plan.memory.recordBytes;
  exports.targets.value = plan.targets;
}

function makeRoom(making: Making, steps: number): StoppedBy {
  const { plan, memory, exports, maxStates, maxBytes } = making;
  if (exports.states.value >= maxStates) return 'states';
  const left = maxBytes - bytesBeside(exports.states.value, steps);
  const table = largerTable(plan.memory, making.table, left);
  if (table === undefined) return 'memory';
  growTo(memory, table.end);
  placeTable(making, table);
  return null;
}

function placeTable(making: Making, table: Table): void {
  const { memory, exports, maxStates } = making;
  const { entries, start: from, end, room } = table;
  new Uint8Array(memory.buffer, from, end - from).fill(0);
  exports.table.value = from;
  exports.tableEnd.value = end;
  exports.tableBits.value = Math.log2(entries);
  exports.room.value = Math.min(room, maxStates);
  exports.enter(0, exports.states.value);
  making.table = table;
}

function hasFailed({ plan, memory }: Making, system: System): boolean {
  const { edgeFlag, homes } = plan.memory;
  const flags = new Uint8Array(memory.buffer, homes[0]!);
  return system.processes.some((process, index) =>
    failuresOf(process).some(({ edge }) => flags[edgeFlag(index, edge)] === 1),
  );
}
