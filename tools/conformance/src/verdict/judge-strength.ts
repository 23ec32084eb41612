/**
 * Whether a MUST says anything: at least one option or one seeded mutant has to break it. A clause that nothing can break
 * is true of every implementation that the model can express, so nobody needs the promise, or the property does not see.
 */
import type { LinkedClause } from '../link/link-promises.js';
import { cellsWith, type Evidence, incompleteCells } from './evidence.js';

export interface Strength {
  /** `broken`: by the cells in `brokenBy`. `worthless`: by none. `unknown`: not every run was seen. */
  readonly kind: 'broken' | 'worthless' | 'unknown' | 'not-asked';
  /** Options and mutants, each once, in the order of the plan. */
  readonly brokenBy: readonly string[];
}

/** `whole`: the evidence is that of the whole plan; of a part of it, nobody can say that nothing breaks the clause. */
export function judgeStrength({ clause, asked }: LinkedClause, evidence: Evidence, whole: boolean): Strength {
  const subjects = cellsWith(evidence, asked, 'violated').map(({ cell: { subject } }) =>
    subject.kind === 'option' ? subject.option : subject.mutant,
  );
  const brokenBy = [...new Set(subjects)];
  if (!clause.keyword.startsWith('MUST') || asked.length === 0) return { kind: 'not-asked', brokenBy };
  if (brokenBy.length > 0) return { kind: 'broken', brokenBy };
  const unknown = !whole || incompleteCells(evidence).length > 0;
  return { kind: unknown ? 'unknown' : 'worthless', brokenBy };
}
