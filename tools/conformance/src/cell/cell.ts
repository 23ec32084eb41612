/**
 * A cell: one scenario with one design option, or one seeded bug in its own scenario. It is explored as a whole, with every
 * property watching, and all that is said of clauses is read off the results.
 */
import {
  type MemoryModel,
  memoryModels,
  type ReductionName,
  type Sizes,
  type Subject,
} from '@quiesce/checker';

export { type MemoryModel, memoryModels };

/** Those that a clause may ask for: one that is not explored leaves it unchecked, and one that is not here is a mistake. */
export const knownMemoryModels: readonly string[] = ['sc', 'tso', 'lkmm'];

export interface Bounds {
  readonly maxStates: number;
  readonly maxMegabytes: number;
}

export interface Cell {
  /** `record/detach-running`, `record/detach-running@tso`; the mutant's id for a mutant. Unique in a plan. */
  readonly id: string;
  readonly subject: Subject;
  readonly scenario: string;
  readonly sizes: Sizes;
  /** Ids of the properties that watch, in the model's order. */
  readonly properties: readonly string[];
  readonly memoryModel: MemoryModel;
  /** What the search leaves out; no verdict depends on it. */
  readonly reduction: ReductionName;
  readonly bounds: Bounds;
}

/** `detach-running`, `detach-running@tso`: what a cell is told by among those of its option. */
export function scenarioName({ scenario, memoryModel }: Pick<Cell, 'scenario' | 'memoryModel'>): string {
  return memoryModel === 'sc' ? scenario : `${scenario}@${memoryModel}`;
}

/** The option of the cell, or undefined for a mutant. */
export function optionOf({ subject }: Cell): string | undefined {
  return subject.kind === 'option' ? subject.option : undefined;
}
