/** What became of an RFC between two of its revisions: its promises first, then objections, front matter and prose. */
import { type Clause, type ClauseId, clauseValues } from '@quiesce/contract';
import type { Rfc } from '../rfc.js';
import { type ClauseDifference, diffClause } from './clause-difference.js';
import { diffFrontMatter, type FrontMatterDifference } from './front-matter-difference.js';
import { diffObjections, type ObjectionDifference } from './objection-difference.js';
import { type PairedClauses, pairClauses } from './pair-clauses.js';
import { diffSections, type SectionDifference } from './section-difference.js';
import { hasSameWords } from './word-diff.js';

export interface RfcDifference {
  readonly before: Rfc;
  readonly after: Rfc;
  /** In the order of the later revision; one that was removed comes after what stood before it in the earlier one. */
  readonly clauses: readonly ClauseDifference[];
  /** Clauses that stand under another heading, both of which both revisions have. They may be the same otherwise. */
  readonly moved: readonly MovedClause[];
  readonly objections: readonly ObjectionDifference[];
  readonly frontMatter: readonly FrontMatterDifference[];
  /** Prose by heading, in the order of the later revision. What only fills its lines anew has not changed. */
  readonly sections: readonly SectionDifference[];
}

export interface MovedClause {
  readonly id: ClauseId;
  /** Titles of sections. */
  readonly from: string;
  readonly to: string;
}

/** Any two RFCs can be compared, also with parts that could not be read: a block without a clause is not there. */
export function diffRfcs(before: Rfc, after: Rfc): RfcDifference {
  const paired = pairClauses(before.clauses, after.clauses);
  return {
    before,
    after,
    clauses: clauseDifferences(before, after, paired),
    moved: paired.pairs.flatMap((pair) => movedClause(pair.before, pair.after, before, after)),
    objections: diffObjections(before.objections, after.objections),
    frontMatter: diffFrontMatter(before.frontMatter, after.frontMatter),
    sections: diffSections(before, after),
  };
}

/** The clauses alone. */
export function diffClauses(before: Rfc, after: Rfc): readonly ClauseDifference[] {
  return clauseDifferences(before, after, pairClauses(before.clauses, after.clauses));
}

function clauseDifferences(
  before: Rfc,
  after: Rfc,
  { pairs, added, removed }: PairedClauses,
): readonly ClauseDifference[] {
  const declared = { before: declaredIn(before), after: declaredIn(after) };
  const compared = pairs.flatMap((pair) => {
    const difference = diffClause(pair.before, pair.after, declared, pair.kin);
    return difference === undefined ? [] : [difference];
  });
  const twinOf = (clause: Clause, list: readonly Clause[]) => list.find((one) => isSamePromise(one, clause));
  const fresh = added.map((clause) => addedClause(clause, before, twinOf(clause, removed)));
  const order = new Map(after.clauses.map(({ id }, index) => [id, index]));
  const present = [...compared, ...fresh].sort((a, b) => order.get(a.id)! - order.get(b.id)!);
  return removed.reduce<readonly ClauseDifference[]>(
    (list, clause) => withRemoved(list, removedClause(clause, twinOf(clause, added)), before, order),
    present,
  );
}

/** Whether a reader would call the two revisions the same. */
export function isSameRfc({ clauses, moved, objections, frontMatter, sections }: RfcDifference): boolean {
  return [clauses, moved, objections, frontMatter, sections].every(({ length }) => length === 0);
}

/** What the front matter declares, else what its clauses name. */
function declaredIn({ declaredOptions, clauses }: Rfc): readonly string[] {
  return (
    declaredOptions?.map(({ value }) => value) ?? [...new Set(clauses.flatMap(({ options = [] }) => options))]
  );
}

function addedClause(clause: Clause, before: Rfc, twin: Clause | undefined): ClauseDifference {
  const kept = clause.was.filter((id) => before.clauses.some((one) => one.id === id));
  const reasons = [
    ...kept.map((id) => `it says that it was ${id}, which is still there`),
    ...(twin === undefined ? [] : [`it promises what ${twin.id} did, but does not name it in Was`]),
  ];
  return { id: clause.id, changes: ['added'], after: clause, fields: [], reasons, loss: 'none' };
}

function removedClause(clause: Clause, twin: Clause | undefined): ClauseDifference {
  const reasons = twin === undefined ? [] : [`${twin.id} promises the same, but does not name it in Was`];
  const loss = twin === undefined ? 'certain' : 'possible';
  return { id: clause.id, changes: ['removed'], before: clause, fields: [], reasons, loss };
}

/** Whether two clauses differ in nothing but their names, reasons and links. */
function isSamePromise(one: Clause, other: Clause): boolean {
  const [left, right] = [clauseValues(one), clauseValues(other)];
  return (['Option', 'Scope', 'When', 'Unless', 'Then'] as const).every((key) =>
    hasSameWords(left[key].join(), right[key].join()),
  );
}

/** After the nearest clause above it that both revisions have, or first. */
function withRemoved(
  list: readonly ClauseDifference[],
  difference: ClauseDifference,
  before: Rfc,
  order: ReadonlyMap<ClauseId, number>,
): readonly ClauseDifference[] {
  const at = before.clauses.indexOf(difference.before!);
  const above = before.clauses.slice(0, at).findLast(({ id }) => order.has(id));
  const rank = above === undefined ? -1 : order.get(above.id)!;
  const earlier = new Set(before.clauses.slice(0, at).map(({ id }) => id));
  const next = list.findIndex(({ id, after }) =>
    after === undefined ? !earlier.has(id) : order.get(id)! > rank,
  );
  return next < 0 ? [...list, difference] : list.toSpliced(next, 0, difference);
}

function movedClause(before: Clause, after: Clause, old: Rfc, present: Rfc): readonly MovedClause[] {
  const from = titleOver(before, old);
  const to = titleOver(after, present);
  if (from === undefined || to === undefined || from === to) return [];
  const isKnown = (title: string, rfc: Rfc) => rfc.sections.some((section) => section.title === title);
  return isKnown(from, present) && isKnown(to, old) ? [{ id: after.id, from, to }] : [];
}

function titleOver(clause: Clause, rfc: Rfc): string | undefined {
  return rfc.sections.find(({ clauses }) => clauses.includes(clause))?.title;
}
