/** Room for states and table in the memory of a search in WebAssembly: how much there is, where it stands, and getting it. */
import { aligned, lineBytes, type MemoryPlan, pageBytes } from '../codegen/wasm-memory.js';
import type { WasmMemory } from './webassembly.js';

const firstEntries = 4096;
export const mostLoad = 0.75;
/** Up to here (16 MiB) tables are cheap, and growing by four saves entering all states again and again. */
const smallTable = 2 ** 22;
/** Addresses are 32-bit integers. */
export const mostPages = 65535;

export interface Table {
  readonly entries: number;
  readonly start: number;
  readonly end: number;
  /** How many states there is room for, in the table and in the arena before it. */
  readonly room: number;
}

/** The smallest one, whatever the bounds. */
export function firstTable(plan: MemoryPlan): Table {
  return tableAt(plan, firstEntries, Number.POSITIVE_INFINITY);
}

/** At least twice as large; undefined where the bounds do not leave room for more states. */
export function largerTable(plan: MemoryPlan, { entries, room }: Table, maxBytes: number): Table | undefined {
  const factors = 4 * entries <= smallTable ? [4, 2] : [2];
  const [table] = factors
    .map((factor) => tableAt(plan, factor * entries, maxBytes))
    .sort((a, b) => b.room - a.room);
  return table !== undefined && table.room > room ? table : undefined;
}

function tableAt(plan: MemoryPlan, entries: number, maxBytes: number): Table {
  const bytes = entries * plan.entryBytes;
  const arenaBytes = maxBytes - plan.arena - bytes - lineBytes;
  const room = Math.min(mostLoad * entries, Math.floor(arenaBytes / plan.stateBytes));
  const start = aligned(plan.arena + room * plan.stateBytes);
  return { entries, start, end: start + bytes, room };
}

/** Of a memory with a table that may grow as the bounds let it. */
export function pagesFor(table: Table, maxBytes: number): { readonly least: number; readonly most: number } {
  const least = Math.ceil(table.end / pageBytes);
  return { least, most: Math.max(least, Math.min(mostPages, Math.floor(maxBytes / pageBytes))) };
}

export function growTo(memory: WasmMemory, bytes: number): void {
  const pages = Math.ceil((bytes - memory.buffer.byteLength) / pageBytes);
  if (pages > 0) granted(Math.ceil(bytes / pageBytes), () => memory.grow(pages));
}

/**
 * That the machine has no more is no result: in another hour, or on another machine, it may. So it is thrown, while a bound
 * that is hit is returned.
 */
export function granted<T>(pages: number, take: () => T): T {
  try {
    return take();
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
    const mebibytes = Math.ceil((pages * pageBytes) / 2 ** 20);
    throw new RangeError(`the machine refuses ${mebibytes} MiB for states`, { cause: thrown });
  }
}
