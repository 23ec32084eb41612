/** Whether a seeded bug was found by the property that must find it. */
import type { ModelDescription, MutantInfo } from '@quiesce/checker';
import { type Cell, optionOf } from '../cell/cell.js';
import type { Evidence, Explored } from './evidence.js';

export interface MutantVerdict {
  readonly mutant: MutantInfo;
  readonly explored: Explored;
  /**
   * `missed` is only said of a complete search. `no-bug`: the option that it is made from breaks the property in the same
   * scenario, so what was found is not the seeded bug.
   */
  readonly verdict: 'found' | 'missed' | 'not-complete' | 'no-bug';
  /** All properties that it violates, in the model's order. */
  readonly breaks: readonly string[];
}

/** The mutants that were explored, in the model's order. */
export function judgeMutants(model: ModelDescription, evidence: Evidence): readonly MutantVerdict[] {
  return model.mutants.flatMap((mutant): readonly MutantVerdict[] => {
    const explored = evidence.find(
      ({ cell: { subject } }) => subject.kind === 'mutant' && subject.mutant === mutant.id,
    );
    if (explored === undefined) return [];
    const { result } = explored;
    const breaks = explored.cell.properties.filter(
      (property) => result.signals[property]?.includes('violated') === true,
    );
    const isFound = breaks.includes(mutant.caughtBy);
    const base = evidence.find(
      ({ cell }) => optionOf(cell) === mutant.of && isSameSystem(cell, explored.cell),
    );
    const isOld = base?.result.signals[mutant.caughtBy]?.includes('violated') === true;
    const verdict = isFound ? (isOld ? 'no-bug' : 'found') : result.complete ? 'missed' : 'not-complete';
    return [{ mutant, explored, verdict, breaks }];
  });
}

function isSameSystem(one: Cell, other: Cell): boolean {
  const names = Object.keys(one.sizes);
  return (
    one.scenario === other.scenario &&
    one.memoryModel === other.memoryModel &&
    names.length === Object.keys(other.sizes).length &&
    names.every((name) => one.sizes[name] === other.sizes[name])
  );
}
