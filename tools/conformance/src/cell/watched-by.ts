/** Compiles a cell with some of its properties: what does not watch adds nothing to the state. */
import { type Compiled, compileScenario, type Program, underMemoryModel } from '@quiesce/checker';
import type { Cell } from './cell.js';

export function watchedBy(program: Program, cell: Cell, properties: readonly string[]): Compiled {
  const compiled = compileScenario(program, cell.subject, cell.sizes, properties);
  return compiled.ok
    ? { ok: true, system: underMemoryModel(compiled.system, cell.memoryModel).system }
    : compiled;
}
