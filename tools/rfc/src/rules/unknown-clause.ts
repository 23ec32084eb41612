/**
 * The clauses that a reason or an objection names are clauses of the RFC.
 *
 * An objection names clauses in a field of their own. A reason is prose, and prose has dots in other places too: "e.g.",
 * "lamp.c", "engine.data". A word counts as the name of a clause if it is formed like an id of several words and either
 * starts with a topic that the RFC has clauses on, or is nearly the id of one.
 */
import {
  type ClauseId,
  type Diagnostic,
  nearestWord,
  placeOf,
  type TextPlace,
  textOf,
} from '@quiesce/contract';
import { report } from '../problems.js';
import type { Rfc } from '../rfc.js';
import type { RfcContext, RfcRule } from '../rule.js';

export const unknownClause: RfcRule = {
  id: 'rfc/unknown-clause',
  check: (rfc, context) => [...namedInReasons(rfc, context), ...namedInObjections(rfc, context)],
};

/** Words joined by dots that no path, address, call or longer name runs into. */
const dotted = /(?<![\w./@<>-])[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+(?![\w@/(-]|\.\w)/g;

/** The last words of names that are files, whatever they start with. */
const extensions: ReadonlySet<string> = new Set(['c', 'h', 's', 'md', 'rs', 'rst', 'ts', 'txt']);

/** Slips that a name on a topic of its own may have and still be taken for a misspelt id. */
const nearLimit = 2;

function namedInReasons({ source, clauses }: Rfc, context: RfcContext): readonly Diagnostic[] {
  const topics = new Set(Array.from(context.clauseIds, topicOf));
  return clauses.flatMap(({ places: { why } }) =>
    Array.from(textOf(source, why).matchAll(dotted)).flatMap(({ 0: id, index }) => {
      if (context.clauseIds.has(id) || extensions.has(id.slice(id.lastIndexOf('.') + 1))) return [];
      const isNamed = topics.has(topicOf(id)) || nearestWord(id, context.clauseIds, nearLimit) !== undefined;
      const start = why.start + index;
      return isNamed ? [unknown(id, 'Why', placeOf(source, { start, end: start + id.length }), context)] : [];
    }),
  );
}

function namedInObjections({ objections }: Rfc, context: RfcContext): readonly Diagnostic[] {
  return objections.flatMap(({ clauses, places }) =>
    clauses.flatMap((id, index) =>
      context.clauseIds.has(id) ? [] : [unknown(id, 'Clause', places.clauses[index]!, context)],
    ),
  );
}

function unknown(id: ClauseId, key: string, place: TextPlace, context: RfcContext): Diagnostic {
  const renamed = context.renamed.get(id);
  // The topic is often right and says little: slips are counted against the rest.
  const limit = Math.max(1, Math.floor((id.length - topicOf(id).length) / 3));
  const near = nearestWord(id, context.clauseIds, limit);
  const meant = renamed ?? near;
  const fix =
    meant === undefined
      ? {}
      : { fix: { title: `Write ${meant}`, edits: [{ start: place.start, end: place.end, text: meant }] } };
  return report('rfc/unknown-clause', place, { id, key, renamed, near }, fix);
}

function topicOf(id: ClauseId): string {
  return id.slice(0, id.indexOf('.') === -1 ? undefined : id.indexOf('.'));
}
