/** A system as a WebAssembly module that explores it, emitted byte by byte. */
import type { System } from '../ir/system.js';
import { partsOf } from './edges.js';
import type { Layout } from './layout.js';
import { addChoice, type Choice } from './wasm-choice.js';
import { type Code, call, get, i32, set, when } from './wasm-code.js';
import { addCrewFunctions } from './wasm-crew.js';
import { decide } from './wasm-decision.js';
import { globalNames, type MemoryPlan, pageBytes } from './wasm-memory.js';
import { type FunctionCode, moduleBytes } from './wasm-module.js';
import { type StateLocals, stepsFunction } from './wasm-process.js';
import { runFunction } from './wasm-search.js';
import { enterAgainFunction, enterFunction, filterFunction, lookUpFunction } from './wasm-table.js';

/** Edges in one function: only what is hot is optimised, and a large function takes longer than in proportion. */
const mostEdges = 100;

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
  const processes = system.processes.map((process, index) => {
    const { points } = process;
    const starts = partsOf(process, mostEdges);
    return starts.map((from, part) => {
      const to = starts[part + 1] ?? points.length;
      const number = add(stepsFunction(layout, plan, { index, points }, from, to));
      return { number, points: Array.from({ length: to - from }, (_, point) => from + point) };
    });
  });
  const stepsBy = ({ record, home, words }: StateLocals): readonly Code[] =>
    processes.map((parts, process) =>
      decide(
        layout.counters[process]!,
        words,
        parts.map(({ number, points }) => ({
          values: points,
          code: set(record, call(number, get(record), get(home), ...words.map(get))),
        })),
      ),
    );
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
