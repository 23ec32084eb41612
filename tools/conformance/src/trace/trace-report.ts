/** The links of clauses as data: what `quiesce trace` prints, and what scripts read. */
import type { Diagnostic, Place } from '@quiesce/contract';
import { z } from 'zod';
import type { Frozen } from '../frozen.js';
import { diagnosticSchema, placeSchema } from '../report/check-report.js';
import { reportedDiagnostic, shortPlace } from '../report/reported.js';
import { type FarEnd, farEndKinds } from './far-end.js';
import { linksOf } from './traceability.js';
import type { TracedClause, TracedLink } from './traced.js';

/** Raised when a reader of the old version could misunderstand the new one. */
const traceReportVersion = 1;

const natural = z.int().nonnegative();
const confirmed = z
  .enum(['confirmed', 'stale', 'unconfirmed'])
  .describe('whether somebody compared it with the clause; stale: the clause has changed since');

const hunk = z.strictObject({
  path: z.string().describe('of the file that the hunk changes'),
  line: natural.describe('1-based, after the patch'),
  functions: z.array(z.string()).describe('those with changed lines'),
  place: placeSchema.describe('in the patch'),
});

export const clauseLinksSchema = z.strictObject({
  properties: z.array(z.strictObject({ id: z.string(), place: placeSchema.nullable(), confirmed })),
  patches: z.array(
    z.strictObject({
      subject: z.string(),
      messageId: z.string().nullable(),
      place: placeSchema.describe('of the trailer'),
      hunks: z.array(hunk),
      confirmed,
    }),
  ),
  tests: z.array(
    z.strictObject({
      file: z.string(),
      patch: z.string().nullable().describe('the patch that adds it'),
      places: z.array(placeSchema).describe('of the comments that name the clause'),
      confirmed,
    }),
  ),
  threads: z.array(
    z.strictObject({
      messageId: z.string(),
      objection: z.string().nullable(),
      place: placeSchema,
      confirmed,
    }),
  ),
});

const clause = z.strictObject({
  id: z.string(),
  rfc: natural,
  place: placeSchema,
  digest: z.string().describe('of what the clause promises'),
  links: clauseLinksSchema,
  objections: z.array(z.string()),
});

const farEnd = z.strictObject({
  kind: z.enum(farEndKinds),
  name: z.string(),
  place: placeSchema.nullable(),
  clauses: z.array(z.string()),
});

export const traceReportSchema = z
  .strictObject({
    format: z.literal('quiesce-trace'),
    version: z.literal(traceReportVersion),
    clauses: z.array(clause),
    farEnds: z.array(farEnd).describe('what clauses are linked to, or could be'),
    diagnostics: z.array(diagnosticSchema).describe('where two ends do not agree'),
    summary: z.strictObject({ clauses: natural, links: natural, stale: natural, unconfirmed: natural }),
  })
  .meta({
    title: 'Result of quiesce trace',
    description: 'Clauses of RFCs, and the properties, patches, tests and threads that are linked to them.',
  });

export type TraceReport = Frozen<z.infer<typeof traceReportSchema>>;

export type ClauseLinks = Frozen<z.infer<typeof clauseLinksSchema>>;

export function traceReport(
  traced: readonly TracedClause[],
  ends: readonly FarEnd[],
  diagnostics: readonly Diagnostic[],
): TraceReport {
  const links = traced.flatMap(linksOf);
  const count = (state: TracedLink['confirmed']): number =>
    links.filter((link) => link.confirmed === state).length;
  return {
    format: 'quiesce-trace',
    version: traceReportVersion,
    clauses: traced.map((one) => ({
      id: one.clause.id,
      rfc: one.rfc,
      place: shortPlace(one.clause.places.block),
      digest: one.digest,
      links: clauseLinks(one),
      objections: one.objections.map(({ id }) => id),
    })),
    farEnds: ends.map(({ kind, name, place, links: from }) => ({
      kind,
      name,
      place: place === undefined ? null : shortPlace(place),
      clauses: [...new Set(from.map((one) => one.from.clause.id))],
    })),
    diagnostics: diagnostics.map(reportedDiagnostic),
    summary: {
      clauses: traced.length,
      links: links.length,
      stale: count('stale'),
      unconfirmed: count('unconfirmed'),
    },
  };
}

/** Two blanks of indentation, a line feed at the end. */
export function traceReportJson(report: TraceReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

export function clauseLinks({ properties, patches, tests, threads }: TracedClause): ClauseLinks {
  return {
    properties: properties.map(({ to, place, confirmed: state }) => ({
      id: to,
      place: placeOrNull(place),
      confirmed: state,
    })),
    patches: patches.map(({ subject, messageId, place, hunks, confirmed: state }) => ({
      subject,
      messageId: messageId ?? null,
      place: shortPlace(place),
      hunks: hunks.map(({ path, line, functions, place: at }) => ({
        path,
        line,
        functions,
        place: shortPlace(at),
      })),
      confirmed: state,
    })),
    tests: tests.map(({ file, patch, places, confirmed: state }) => ({
      file,
      patch: patch ?? null,
      places: places.map(shortPlace),
      confirmed: state,
    })),
    threads: threads.map(({ to, objection, place, confirmed: state }) => ({
      messageId: to,
      objection: objection ?? null,
      place: shortPlace(place),
      confirmed: state,
    })),
  };
}

function placeOrNull(place: Place | undefined): TraceReport['clauses'][number]['place'] | null {
  return place === undefined ? null : shortPlace(place);
}
