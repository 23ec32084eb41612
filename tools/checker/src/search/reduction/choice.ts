/** What the WebAssembly of a reduced search is made from, and the tables that it looks into. */
import { type Choice, choiceTables } from '../../codegen/wasm-choice.js';
import { chooserAddress } from '../../codegen/wasm-memory.js';
import type { System } from '../../ir/system.js';
import type { ReductionName } from '../engine.js';
import type { WasmMemory } from '../webassembly.js';
import { reductionOf } from './reduction.js';

/** null where nothing is left out. */
export function choiceOf(system: System, name: ReductionName): Choice | null {
  if (name === 'none') return null;
  const reduction = reductionOf(system);
  return { reduction, tables: choiceTables(reduction), chains: name === 'chains' };
}

/** For `planMemory`. */
export function bytesOfChoice(choice: Choice | null): number {
  return choice === null ? 0 : choice.tables.words.byteLength;
}

export function placeTables({ buffer }: Pick<WasmMemory, 'buffer'>, choice: Choice | null): void {
  if (choice !== null) new Int32Array(buffer, chooserAddress).set(choice.tables.words);
}
