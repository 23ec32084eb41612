/** A clause is known by its id alone, to patches and tests: so it stands in one RFC of the project, whatever the models. */
import type { Diagnostic } from '@quiesce/contract';
import { report } from '../problems.js';
import { isInForce, type PromiseDocument } from './promises.js';

/** A finding for each clause of a document that is in force and has an id which another one, before it, uses too. */
export function secondClauses(documents: readonly PromiseDocument[]): readonly Diagnostic[] {
  const clauses = documents.filter(isInForce).flatMap((document) => document.clauses);
  return clauses.flatMap((clause, index) => {
    const first = clauses.slice(0, index).find(({ id }) => id === clause.id);
    // Twice in one file is the lint's finding.
    if (first === undefined || first.places.id.file === clause.places.id.file) return [];
    const related = [{ place: first.places.id, message: 'the other is here' }];
    return [report('link/second-clause', clause.places.id, { clause: clause.id }, { related })];
  });
}
