/** The objections against RFCs, with what the text of the RFC alone does not tell: how long each has been there. */
import type { Objection, ObjectionState } from '@quiesce/contract';
import { z } from 'zod';
import type { Frozen } from '../frozen.js';
import { placeSchema } from '../report/check-report.js';
import { shortPlace } from '../report/reported.js';
import type { TracedDocument } from '../trace/traced.js';

export interface ListedObjection {
  readonly objection: Objection;
  readonly document: TracedDocument;
  /** The revision that first had it, of those that were sent; undefined: none that was sent has it. */
  readonly since: number | undefined;
  /** Whether any revision was sent: without, nothing is known of its age. */
  readonly isAgeKnown: boolean;
}

/** What a list is narrowed to. */
export interface ObjectionFilter {
  readonly states?: readonly ObjectionState[];
  /** Ids of clauses. */
  readonly clauses?: readonly string[];
}

export function filterObjections(
  all: readonly ListedObjection[],
  { states, clauses }: ObjectionFilter,
): readonly ListedObjection[] {
  return all.filter(
    ({ objection }) =>
      (states === undefined || states.includes(objection.state)) &&
      (clauses === undefined || objection.clauses.some((id) => clauses.includes(id))),
  );
}

/** How many revisions it has been open for, or was; undefined if that is not known. 0: it is new in the present text. */
export function ageOf({ since, isAgeKnown, document }: ListedObjection): number | undefined {
  if (!isAgeKnown) return undefined;
  return since === undefined ? 0 : document.revision - since;
}

/** Raised when a reader of the old version could misunderstand the new one. */
const version = 1;

const optional = z.string().nullable();
const natural = z.int().nonnegative();

export const objectionsSchema = z
  .strictObject({
    format: z.literal('quiesce-objections'),
    version: z.literal(version),
    objections: z.array(
      z.strictObject({
        id: z.string(),
        rfc: natural,
        place: placeSchema,
        state: z.string(),
        from: z.string(),
        clauses: z.array(z.string()).describe('that it is against; none: the RFC as a whole'),
        threads: z.array(z.string()),
        says: z.string(),
        answer: optional,
        by: optional.describe('who overruled it'),
        revision: natural.nullable().describe('that gave way to it'),
        since: natural.nullable().describe('the first revision that was sent with it'),
        age: natural.nullable().describe('in revisions; null where no revision was sent'),
      }),
    ),
  })
  .meta({ title: 'Result of quiesce objections', description: 'What reviewers hold against RFCs.' });

/** Two blanks of indentation, a line feed at the end. */
export function objectionsJson(listed: readonly ListedObjection[]): string {
  const report: Frozen<z.infer<typeof objectionsSchema>> = {
    format: 'quiesce-objections',
    version,
    objections: listed.map((one) => {
      const { id, from, threads, clauses, says, answer, state, by, revision, places } = one.objection;
      return {
        id,
        rfc: one.document.number,
        place: shortPlace(places.block),
        state,
        from,
        clauses,
        threads,
        says,
        answer: answer ?? null,
        by: by ?? null,
        revision: revision ?? null,
        since: one.since ?? null,
        age: ageOf(one) ?? null,
      };
    }),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
