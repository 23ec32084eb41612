/**
 * An id stands for one promise for ever: mails and patches name it. So an id that was removed does not come back for another
 * promise, one that was given up for another name does not either, and Was names an id that somebody has seen.
 */
import { type ClauseId, nearestWord, placeOf, quoted } from '@quiesce/contract';
import type { RfcContext } from '../../lint/context.js';
import { fromReview } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';

export const earlierId = rule(
  {
    'history/unknown-was': code<{ id: string; near: string | undefined }>({
      severity: fromReview('error'),
      rule: 'Was names an id that an earlier revision had.',
      message: ({ id }) => `Unexpected ${quoted(id)} in Was, expected an id that an earlier revision had`,
      hint: ({ near }) =>
        near === undefined
          ? 'Remove the line: it tells readers to look for what never was.'
          : `Did you mean ${near}?`,
    }),
    'history/reused-id': code<{ id: string; revision: number }>({
      severity: fromReview('error'),
      rule: 'An id that was removed is never used again.',
      message: ({ id, revision }) =>
        `Unexpected ${quoted(id)}: revision ${revision} had removed the clause of this id`,
      hint: () => 'Give the clause another id; mails and patches still name the old one.',
    }),
    'history/renamed-id': code<{ id: string; present: string }>({
      severity: fromReview('error'),
      rule: 'An id that Was gives up is not the id of another clause.',
      message: ({ id, present }) => `Unexpected ${quoted(id)} as an id, which ${present} had before`,
      hint: () => 'Give the clause another id, or remove the Was.',
    }),
  },
  (context, report) => {
    const { rfc, renamed } = context;
    const past = pastOf(context);
    return rfc.clauses.flatMap(({ id, was, places }) => {
      const present = renamed.get(id);
      const namer = present === undefined ? undefined : rfc.clauses.find((one) => one.id === present);
      const at = namer?.places.was[namer.was.indexOf(id)];
      const related = at === undefined ? [] : [{ place: at, message: 'it is given up here' }];
      const removed = past.removedIn.get(id);
      return [
        ...(present === undefined || present === id
          ? []
          : [report('history/renamed-id', places.id, { id, present }, { related })]),
        ...(removed === undefined ? [] : [report('history/reused-id', places.id, { id, revision: removed })]),
        ...was.flatMap((earlier, index) => {
          if (!past.isComplete || earlier === id || past.ids.has(earlier)) return [];
          const near = nearestWord(earlier, past.ids);
          const place = places.was[index] ?? placeOf(rfc.source, places.id);
          const fix =
            near === undefined
              ? {}
              : {
                  fix: {
                    title: `Write ${near}`,
                    edits: [{ start: place.start, end: place.end, text: near }],
                  },
                };
          return [report('history/unknown-was', place, { id: earlier, near }, fix)];
        }),
      ];
    });
  },
);

interface Past {
  /** All ids that some earlier text had, those that it had given up among them. */
  readonly ids: ReadonlySet<ClauseId>;
  /** In which revision an id was removed; not those that came back before the present text. */
  readonly removedIn: ReadonlyMap<ClauseId, number>;
  /** Whether there is a text of each earlier revision. */
  readonly isComplete: boolean;
}

function pastOf({ history = [], rfc }: RfcContext): Past {
  const present = rfc.frontMatter?.revision ?? 1;
  const ids = new Set<ClauseId>();
  const removedIn = new Map<ClauseId, number>();
  let last: ReadonlySet<ClauseId> = new Set();
  for (const [index, { clauses, frontMatter }] of history.entries()) {
    const own = new Set(clauses.map(({ id }) => id));
    for (const id of last) if (!own.has(id)) removedIn.set(id, frontMatter?.revision ?? index + 1);
    for (const id of own) removedIn.delete(id);
    for (const { id, was } of clauses) for (const one of [id, ...was]) ids.add(one);
    last = own;
  }
  const revisions = new Set(history.map(({ frontMatter }) => frontMatter?.revision));
  const earlier = Array.from({ length: present - 1 }, (_, index) => index + 1);
  return {
    ids,
    removedIn,
    isComplete: history.length > 0 && earlier.every((revision) => revisions.has(revision)),
  };
}
