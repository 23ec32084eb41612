/**
 * The clauses that a reason or an objection names are clauses of the RFC.
 *
 * An objection names clauses in a field of their own. A reason is prose, and prose has dots in other places too: "e.g.",
 * "lamp.c", "engine.data". A word counts as the name of a clause if it is formed like an id of several words and either
 * starts with a topic that the RFC has clauses on, or is nearly the id of one.
 */
import { type ClauseId, nearestWord, placeOf, quoted, type TextPlace, textOf } from '@quiesce/contract';
import type { RfcContext } from '../../lint/context.js';
import { always } from '../../lint/mode.js';
import { code, rule } from '../../lint/rule.js';
import type { Rfc } from '../../rfc.js';

export const unknownClause = rule(
  {
    'rfc/unknown-clause': code<{
      id: string;
      key: string;
      renamed: string | undefined;
      near: string | undefined;
    }>({
      severity: always('error'),
      rule: 'A clause that Why or an objection names is a clause of the RFC.',
      message: ({ id, key }) => `Unexpected ${quoted(id)} in ${key}, expected the id of a clause in this RFC`,
      hint: ({ near, renamed }) =>
        renamed === undefined
          ? near === undefined
            ? undefined
            : `Did you mean ${near}?`
          : `It is called ${renamed} now.`,
    }),
  },
  (context, report) =>
    [...namedInReasons(context.rfc, context.clauseIds), ...namedInObjections(context.rfc)]
      .filter(({ id }) => !context.clauseIds.has(id))
      .map(({ id, key, place }) => {
        const { renamed, near } = meantBy(id, context);
        const meant = renamed ?? near;
        const { start, end } = place;
        const fix =
          meant === undefined
            ? {}
            : { fix: { title: `Write ${meant}`, edits: [{ start, end, text: meant }] } };
        return report('rfc/unknown-clause', place, { id, key, renamed, near }, fix);
      }),
);

interface Naming {
  readonly id: ClauseId;
  readonly key: 'Why' | 'Clause';
  readonly place: TextPlace;
}

/** Words joined by dots that no path, address, call or longer name runs into. */
const dotted = /(?<![\w./@<>-])[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+(?![\w@/(-]|\.\w)/g;

/** The last words of names that are files, whatever they start with. */
const extensions: ReadonlySet<string> = new Set(['c', 'h', 's', 'md', 'rs', 'rst', 'ts', 'txt']);

/** Slips that a name on a topic of its own may have and still be taken for a misspelt id. */
const nearLimit = 2;

function namedInReasons({ source, clauses }: Rfc, clauseIds: ReadonlySet<ClauseId>): readonly Naming[] {
  const topics = new Set(Array.from(clauseIds, topicOf));
  return clauses.flatMap(({ places: { why } }) =>
    Array.from(textOf(source, why).matchAll(dotted)).flatMap(({ 0: id, index }): readonly Naming[] => {
      if (clauseIds.has(id) || extensions.has(id.slice(id.lastIndexOf('.') + 1))) return [];
      const isNamed = topics.has(topicOf(id)) || nearestWord(id, clauseIds, nearLimit) !== undefined;
      const start = why.start + index;
      return isNamed ? [{ id, key: 'Why', place: placeOf(source, { start, end: start + id.length }) }] : [];
    }),
  );
}

function namedInObjections({ objections }: Rfc): readonly Naming[] {
  return objections.flatMap(({ clauses, places }) =>
    clauses.map((id, index): Naming => ({ id, key: 'Clause', place: places.clauses[index]! })),
  );
}

function meantBy(
  id: ClauseId,
  { clauseIds, renamed }: RfcContext,
): { readonly renamed: ClauseId | undefined; readonly near: ClauseId | undefined } {
  // The topic is often right and says little: slips are counted against the rest.
  const limit = Math.max(1, Math.floor((id.length - topicOf(id).length) / 3));
  return { renamed: renamed.get(id), near: nearestWord(id, clauseIds, limit) };
}

function topicOf(id: ClauseId): string {
  return id.slice(0, id.indexOf('.') === -1 ? undefined : id.indexOf('.'));
}
