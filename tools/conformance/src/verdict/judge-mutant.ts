/** Whether a seeded bug was found by the property that must find it. */
import type { ModelDescription, MutantInfo } from '@quiesce/checker';
import type { Evidence, Explored } from './evidence.js';

export interface MutantVerdict {
  readonly mutant: MutantInfo;
  readonly explored: Explored;
  /** `missed` is only said of a complete search. */
  readonly verdict: 'found' | 'missed' | 'not-complete';
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
    const verdict = breaks.includes(mutant.caughtBy) ? 'found' : result.complete ? 'missed' : 'not-complete';
    return [{ mutant, explored, verdict, breaks }];
  });
}
