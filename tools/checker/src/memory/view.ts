/**
 * What a process sees under total store order: its own stores that have not reached memory, and memory behind them. Traces
 * tell a step in these terms, so that a line reads as it does in the source, with or without buffers.
 */
import type { Fact, State } from '../ir/interpret.js';
import type { StoreBuffer, System, Write } from '../ir/system.js';

/** Undefined where the process's stores go to memory at once. */
export function bufferOf({ buffers = [] }: System, process: number): StoreBuffer | undefined {
  return buffers.find((one) => one.process === process);
}

/** Oldest first. */
export function storesIn(buffer: StoreBuffer, cells: readonly number[]): readonly Write[] {
  return buffer.contents[cells[buffer.cell] ?? 0] ?? [];
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

/** The writes of a step as its process means them: in place of a new content of its buffer, the stores that it adds. */
export function meantWrites(
  system: System,
  process: number,
  before: State,
  writes: readonly Write[],
): { readonly writes: readonly Write[]; readonly buffered: boolean } {
  const buffer = bufferOf(system, process);
  const change = writes.find(({ cell }) => cell === buffer?.cell);
  if (buffer === undefined || change === undefined) return { writes, buffered: false };
  const added = buffer.contents[change.value]!.slice(storesIn(buffer, before.cells).length);
  return { writes: [...writes.filter((one) => one !== change), ...added], buffered: true };
}

/** Without those about buffers: where a store stands is told by the lines of the story. */
export function factsOfModel<F extends Fact>({ buffers = [] }: System, facts: readonly F[]): readonly F[] {
  return facts.filter(({ cell }) => !buffers.some((buffer) => buffer.cell === cell));
}
