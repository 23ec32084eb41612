/** What was sent is kept and does not change: answers on the list are about that text. */
import { printClause, quoted } from '@quiesce/contract';
import { fromReview, whenSent } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

/** From the first to the last, both of them included. */
interface Range {
  readonly from: number;
  readonly to: number;
}

export const snapshot = rule(
  {
    'history/missing-snapshot': code<{ missing: readonly Range[] }>({
      severity: whenSent('warning'),
      rule: 'There is a snapshot of each earlier revision.',
      message: ({ missing }) =>
        `Unexpected gap in the history, expected a snapshot of ${missing.map(shownRange).join(' and of ')}`,
      hint: () =>
        'Without it nobody can tell what changed; quiesce bump keeps one, and git may still have it.',
    }),
    'history/same-revision': code<{ id: string; revision: number }>({
      severity: fromReview('error'),
      rule: 'Clauses do not change in a revision that was sent.',
      message: ({ id, revision }) =>
        `Unexpected change of ${quoted(id)} in revision ${revision}, which was sent already`,
      hint: () => 'quiesce bump begins the next revision.',
    }),
    'history/lost-clause': code<{ ids: readonly string[]; revision: number }>({
      severity: fromReview('error'),
      rule: 'Clauses are not removed from a revision that was sent.',
      message: ({ ids, revision }) =>
        `Unexpected revision ${revision} without ${quoted(ids.join(', '))}, expected all clauses that were sent with it`,
      hint: () => 'quiesce bump begins the next revision.',
    }),
  },
  ({ rfc, history = [] }, report) => {
    const place = rfc.frontMatterPlaces.revision;
    const revision = rfc.frontMatter?.revision;
    if (place === undefined || revision === undefined) return [];
    const gaps = gapsBefore(
      revision,
      history.flatMap(({ frontMatter }) => frontMatter?.revision ?? []),
    );
    const missing = gaps.length === 0 ? [] : [report('history/missing-snapshot', place, { missing: gaps })];
    const sent = history.findLast(({ frontMatter }) => frontMatter?.revision === revision);
    if (sent === undefined) return missing;
    const before = new Map(sent.clauses.map((clause) => [clause.id, clause]));
    const present = new Set(rfc.clauses.map(({ id }) => id));
    const changed = rfc.clauses.flatMap((clause) => {
      const { id } = clause;
      const old = before.get(id);
      if (old !== undefined && printClause(old) === printClause(clause)) return [];
      const related = old === undefined ? [] : [{ place: old.places.id, message: 'what was sent is here' }];
      return [report('history/same-revision', clause.places.id, { id, revision }, { related })];
    });
    const ids = [...before.keys()].filter((id) => !present.has(id));
    const lost = ids.length === 0 ? [] : [report('history/lost-clause', place, { ids, revision })];
    return [...missing, ...changed, ...lost];
  },
  'history',
);

/** Takes as long as there are snapshots, however high the number of the revision. */
function gapsBefore(revision: number, there: readonly number[]): readonly Range[] {
  const sent = [...there.filter((one) => one < revision), revision].sort((left, right) => left - right);
  return sent.flatMap((one, index): readonly Range[] => {
    const from = (sent[index - 1] ?? 0) + 1;
    return from < one ? [{ from, to: one - 1 }] : [];
  });
}

function shownRange({ from, to }: Range): string {
  return from === to ? `revision ${from}` : `revisions ${from} to ${to}`;
}
