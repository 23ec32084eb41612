/** A system as a WebAssembly module that explores it, emitted byte by byte. */
import type { System } from '../ir/system.js';
import type { Layout } from './layout.js';
import { addChoice, type Choice } from './wasm-choice.js';
import { type Code, get, i32, when } from './wasm-code.js';
import { addCrewFunctions } from './wasm-crew.js';
import { globalNames, type MemoryPlan, pageBytes } from './wasm-memory.js';
import { type FunctionCode, moduleBytes } from './wasm-module.js';
import type { StateLocals } from './wasm-process.js';
import { runFunction } from './wasm-search.js';
import { addSteps } from './wasm-steps.js';
import { enterAgainFunction, enterFunction, filterFunction, lookUpFunction } from './wasm-table.js';

/**
 * Exports `run`, `filter`, `enter` (with fingerprints `enterAgain`) and the globals of `globalNames`, and where memory is shared
 * what `addCrewFunctions` does; imports the memory, of 4 GiB at most, as `host.memory`.
 */
export function compileWasm(
  system: System,
  layout: Layout,
  plan: MemoryPlan,
  choice: Choice | null = null,
): Uint8Array<ArrayBuffer> {
  const functions: FunctionCode[] = [];
  const add = (code: FunctionCode): number => functions.push(code) - 1;
  const stepsBy = addSteps(system, layout, plan, add);
  const steps = (locals: StateLocals, chosen: number | null): Code =>
    stepsBy(locals).map((code, process) =>
      chosen === null ? code : when(i32.and(get(chosen), i32.number(1 << process)), code),
    );
  const filter = add(filterFunction(layout, plan));
  const lookUp = add(lookUpFunction(system, layout, plan));
  const enter = add(plan.fingerprintBits === null ? enterFunction(layout, plan) : enterAgainFunction(plan));
  const reduction = choice === null ? null : addChoice(system, layout, plan, choice, steps, add);
  const run = add(runFunction(system, layout, plan, { filter, lookUp, steps, reduction }));
  if (plan.sharing === 'shared') addCrewFunctions(plan, { run, enter }, add);
  const memoryPages = { least: 1, most: 2 ** 32 / pageBytes };
  const isShared = plan.sharing === 'shared';
  return moduleBytes({ memoryPages, isShared, globals: globalNames, functions });
}
