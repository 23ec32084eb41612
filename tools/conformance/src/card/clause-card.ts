/** All that is known of one clause, on one card: what it says, what the last check said of it, what it is linked to, where it comes from. */
import type { Objection } from '@quiesce/contract';
import { z } from 'zod';
import type { Frozen } from '../frozen.js';
import { clauseVerdictSchema, placeSchema } from '../report/check-report.js';
import { shortPlace } from '../report/reported.js';
import type { LastVerdict } from '../trace/kept-check.js';
import { clauseLinks, clauseLinksSchema } from '../trace/trace-report.js';
import type { TracedClause, TracedDocument } from '../trace/traced.js';

export interface ClauseCard {
  readonly traced: TracedClause;
  readonly document: TracedDocument;
  /** The heading that it stands under. */
  readonly section: string | undefined;
  /** The block as it is written, without its fences. */
  readonly text: string;
  /** Undefined: it was never checked. */
  readonly verdict: LastVerdict | undefined;
  /** The oldest first, the present one last; empty if no revision was sent. */
  readonly history: readonly ClauseRevision[];
}

/** A clause in one revision of its RFC. */
export interface ClauseRevision {
  readonly revision: number;
  readonly id: string;
  /** Whether this is the text that was sent, and not the present one. */
  readonly isSent: boolean;
  /** Since the revision before, such as `renamed`; `added` in the first that has it; none: the same. */
  readonly changes: readonly string[];
  readonly reasons: readonly string[];
}

/** Raised when a reader of the old version could misunderstand the new one. */
const version = 1;

const natural = z.int().nonnegative();
const optional = z.string().nullable();

const objectionSchema = z.strictObject({
  id: z.string(),
  from: z.string(),
  state: z.string(),
  says: z.string(),
  answer: optional,
});

const lastCheckSchema = z.strictObject({
  scope: z.enum(['whole', 'core']),
  clauseChanged: z
    .boolean()
    .describe('since then the clause promises something else, or is checked otherwise'),
  modelChanged: z.boolean().describe('since then a file of the model has changed'),
  strength: z.string(),
  brokenBy: z.array(z.string()),
  verdicts: z.array(clauseVerdictSchema),
});

const cardSchema = z.strictObject({
  id: z.string(),
  was: z.array(z.string()),
  rfc: natural,
  place: placeSchema,
  section: optional,
  keyword: z.string(),
  options: z.array(z.string()).nullable().describe('that promise it; null: all'),
  scope: optional,
  when: optional,
  unless: optional,
  guarantee: z.string(),
  why: z.string(),
  unchecked: optional,
  lastCheck: lastCheckSchema.nullable().describe('null: it was never checked'),
  links: clauseLinksSchema,
  objections: z.array(objectionSchema),
  history: z.array(
    z.strictObject({
      revision: natural,
      id: z.string(),
      isSent: z.boolean(),
      changes: z.array(z.string()),
      reasons: z.array(z.string()),
    }),
  ),
});

export const cardsSchema = z
  .strictObject({
    format: z.literal('quiesce-clauses'),
    version: z.literal(version),
    clauses: z.array(cardSchema),
  })
  .meta({ title: 'Result of quiesce show', description: 'Clauses with all that is known of them.' });

/** Two blanks of indentation, a line feed at the end. */
export function cardsJson(cards: readonly ClauseCard[]): string {
  const report: Frozen<z.infer<typeof cardsSchema>> = {
    format: 'quiesce-clauses',
    version,
    clauses: cards.map(reportedCard),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function reportedCard(card: ClauseCard): Frozen<z.infer<typeof cardSchema>> {
  const { traced, section, verdict, history } = card;
  const { clause, rfc, objections } = traced;
  return {
    id: clause.id,
    was: clause.was,
    rfc,
    place: shortPlace(clause.places.block),
    section: section ?? null,
    keyword: clause.keyword,
    options: clause.options ?? null,
    scope: clause.scope ?? null,
    when: clause.when ?? null,
    unless: clause.unless ?? null,
    guarantee: clause.guarantee,
    why: clause.why,
    unchecked: clause.unchecked ?? null,
    lastCheck: verdict === undefined ? null : reportedCheck(verdict),
    links: clauseLinks(traced),
    objections: objections.map(reportedObjection),
    history,
  };
}

function reportedCheck({ check, clause, clauseChanged, modelChanged }: LastVerdict) {
  const { strength, brokenBy, verdicts } = clause;
  return { scope: check.scope, clauseChanged, modelChanged, strength, brokenBy, verdicts };
}

function reportedObjection({ id, from, state, says, answer }: Objection) {
  return { id, from, state, says, answer: answer ?? null };
}
