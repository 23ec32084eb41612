/** The successors of a state by each process, as functions of a module: one for each part of a process that is not too large. */
import type { System } from '../ir/system.js';
import { partsOf } from './edges.js';
import type { Layout } from './layout.js';
import { type Code, call, get, set } from './wasm-code.js';
import { decide } from './wasm-decision.js';
import type { MemoryPlan } from './wasm-memory.js';
import type { FunctionCode } from './wasm-module.js';
import { type StateLocals, stepsFunction } from './wasm-process.js';

/** Edges in one function: only what is hot is optimised, and a large function takes longer than in proportion. */
const mostEdges = 100;

/** Adds the functions; gives for each process the code that appends its successors to the batch. */
export function addSteps(
  system: System,
  layout: Layout,
  plan: MemoryPlan,
  add: (code: FunctionCode) => number,
): (locals: StateLocals) => readonly Code[] {
  const processes = system.processes.map((process, index) => {
    const { points } = process;
    const starts = partsOf(process, mostEdges);
    return starts.map((from, part) => {
      const to = starts[part + 1] ?? points.length;
      const number = add(stepsFunction(layout, plan, { index, points }, from, to));
      return { number, points: Array.from({ length: to - from }, (_, point) => from + point) };
    });
  });
  return ({ record, home, words }) =>
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
}
