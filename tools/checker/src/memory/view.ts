/**
 * What a process sees under total store order: its own stores that have not reached memory, and memory behind them. Traces
 * tell a step in these terms, so that a line reads as it does in the source, with or without buffers.
 */
import type { Fact, State } from '../ir/interpret.js';
import type { Store, StoreBuffer, System, Write } from '../ir/system.js';

/** Undefined where the process's stores go to memory at once. */
export function bufferOf({ buffers = [] }: System, process: number): StoreBuffer | undefined {
  return buffers.find((one) => one.process === process);
}

/** Oldest first. */
export function storesIn(buffer: StoreBuffer, cells: readonly number[]): readonly Store[] {
  return buffer.contents[cells[buffer.cell] ?? 0] ?? [];
}

/** Those that reach memory in the next step of the buffer: one, or several of one step; none if there are none. */
export function oldestOf(stores: readonly Store[]): readonly Store[] {
  const end = stores.findIndex(({ joined }, index) => index > 0 && joined !== true);
  return end === -1 ? stores : stores.slice(0, end);
}

/** The value of a process's newest store to the cell; undefined if there is none. */
export function newestStore(stores: readonly Write[], cell: number): number | undefined {
  return stores.findLast((store) => store.cell === cell)?.value;
}

/** The state with the cells as the process reads them. */
export function seenBy(system: System, process: number, state: State): State {
  const buffer = bufferOf(system, process);
  if (buffer === undefined) return state;
  const cells = [...state.cells];
  for (const { cell, value } of storesIn(buffer, state.cells)) cells[cell] = value;
  return { ...state, cells };
}

/**
 * The writes of a step as its process means them: in place of a new content of its buffer, the stores that it adds. Where a
 * fence empties another's buffer, these are the values that reach memory.
 */
export function meantWrites(
  system: System,
  process: number,
  before: State,
  writes: readonly Write[],
): { readonly writes: readonly Write[]; readonly buffered: boolean } {
  const buffer = bufferOf(system, process);
  const change = writes.find(({ cell }) => cell === buffer?.cell);
  const others = factsOfModel(system, writes);
  if (buffer === undefined || change === undefined) return { writes: others, buffered: false };
  const added = buffer.contents[change.value]!.slice(storesIn(buffer, before.cells).length);
  return { writes: [...others, ...added], buffered: true };
}

/** Without those about buffers: where a store stands is told by the lines of the story. */
export function factsOfModel<F extends Fact>({ buffers = [] }: System, facts: readonly F[]): readonly F[] {
  return facts.filter(({ cell }) => !buffers.some((buffer) => buffer.cell === cell));
}
