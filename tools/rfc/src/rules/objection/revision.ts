/** An objection that was accepted names the revision that gave way to it: one that there is, and in which something gave way. */
import { printClause, quoted } from '@quiesce/contract';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';
import type { Rfc } from '../../rfc.js';

export const acceptedObjection = rule(
  {
    'objection/future-revision': code<{ id: string; revision: number; present: number }>({
      severity: fromReview('error'),
      rule: 'An accepted objection names a revision that there is.',
      message: ({ revision, present }) =>
        `Unexpected revision ${revision}, expected one up to the present one, which is ${present}`,
      hint: () =>
        'Name the revision that gave way to it; until there is one, the objection is open or answered.',
    }),
    'objection/unchanged': code<{ id: string; revision: number }>({
      severity: fromReview('warning'),
      rule: 'In the revision that gave way to an objection, a clause that it names has changed.',
      message: ({ id, revision }) =>
        `Unexpected revision ${revision}: none of the clauses that ${quoted(id)} names changed in it`,
      hint: () =>
        'Name the revision in which they did, or say in Answer why they did not, and set the state to answered.',
    }),
  },
  ({ rfc, history = [] }, report) => {
    const present = rfc.frontMatter?.revision;
    if (present === undefined) return [];
    const texts = new Map(history.map((one) => [one.frontMatter?.revision, one]));
    texts.set(present, rfc);
    return rfc.objections.flatMap(({ id, state, revision, clauses, places }) => {
      if (state !== 'accepted' || revision === undefined) return [];
      const place = places.revision ?? places.state;
      if (revision > present) return [report('objection/future-revision', place, { id, revision, present })];
      const before = texts.get(revision - 1);
      const after = texts.get(revision);
      if (before === undefined || after === undefined || clauses.length === 0) return [];
      const hasChanged = clauses.some((name) => clauseText(before, name) !== clauseText(after, name));
      return hasChanged ? [] : [report('objection/unchanged', place, { id, revision })];
    });
  },
);

/** What a clause says; undefined where there is none. */
function clauseText({ clauses }: Rfc, id: string): string | undefined {
  const clause = clauses.find((one) => one.id === id);
  return clause === undefined ? undefined : printClause(clause);
}
