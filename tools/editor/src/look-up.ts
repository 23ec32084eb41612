/** Questions that several answers ask of the index. */
import type { Clause } from '@quiesce/contract';
import type { Rfc } from '@quiesce/rfc';
import type { IndexedModel, ProjectIndex } from './project-index.js';

export interface FoundClause {
  readonly rfc: Rfc;
  readonly clause: Clause;
}

/** More than one only where something is wrong. */
export function clausesNamed(id: string, { documents }: ProjectIndex): readonly FoundClause[] {
  return documents.flatMap(({ rfc }) =>
    rfc.clauses.filter((clause) => clause.id === id).map((clause) => ({ rfc, clause })),
  );
}

/** Tells the ids that some clause has, has had, or is said to have in a block that is not right yet. */
export function knownIds({ documents, history }: ProjectIndex): (id: string) => boolean {
  const rfcs = [...documents.map(({ rfc }) => rfc), ...history];
  const ids = new Set(
    rfcs.flatMap(({ blocks, clauses }) => [
      ...blocks.flatMap(({ kind, id }) => (kind === 'contract' && id !== undefined ? [id.value] : [])),
      ...clauses.flatMap(({ was }) => was),
    ]),
  );
  return (id) => ids.has(id);
}

/** The models that an RFC is checked against; all where its number is not known. */
export function modelsOf({ frontMatter }: Rfc, { models }: ProjectIndex): readonly IndexedModel[] {
  const number = frontMatter?.rfc;
  return number === undefined
    ? models
    : models.filter(({ rfcs }) => rfcs === undefined || rfcs.includes(number));
}
