/**
 * The last check, kept: what was found out, and of which texts it is true. A card that is shown, a page or an editor says it again without
 * exploring anything, and says so where the clause or the model is another by now.
 *
 * A check of everything is worth more than one of the core. So both are kept while they are about the same model, and each clause
 * takes its verdicts from the better one that is still true of it.
 */
import type { PropertyDescription } from '@quiesce/checker';
import type { ClauseContent } from '@quiesce/contract';
import { z } from 'zod';
import { digest } from '../cell/cell-key.js';
import type { Frozen } from '../frozen.js';
import { type CheckReport, checkReportSchema } from '../report/check-report.js';
import { checkedDigest } from './clause-digest.js';

/** Raised when a reader of the old version could misunderstand the new one. */
const version = 1;

const keptCheckSchema = z.strictObject({
  scope: z.enum(['whole', 'core']),
  /** Digests of the texts of the model, by path. */
  sources: z.record(z.string(), z.string()),
  /** Digests of clauses, by id. */
  clauses: z.record(z.string(), z.string()),
  /** Of the model: while its texts are the same, nobody has to read it again to know them. */
  properties: z.array(
    z.strictObject({
      id: z.string(),
      clause: z.string(),
      kind: z.enum(['always', 'sometimes', 'liveness']),
      scenarios: z.array(z.string()).nullable(),
      place: z.strictObject({ file: z.string(), line: z.int(), column: z.int() }),
    }),
  ),
  report: checkReportSchema,
});

const keptChecksSchema = z.strictObject({
  format: z.literal('quiesce-last-check'),
  version: z.literal(version),
  checks: z.array(keptCheckSchema),
});

/** A check of one model with its RFCs. */
export type KeptCheck = Frozen<z.infer<typeof keptCheckSchema>>;

/** What a check was made of. */
export interface CheckedTexts {
  /** Of the model. */
  readonly sources: readonly { readonly path: string; readonly text: string }[];
  readonly properties: readonly PropertyDescription[];
  readonly clauses: readonly ClauseContent[];
}

export function keptCheck(
  scope: KeptCheck['scope'],
  report: CheckReport,
  { sources, properties, clauses }: CheckedTexts,
): KeptCheck {
  return {
    scope,
    sources: Object.fromEntries(sources.map(({ path, text }) => [path, digest(text)])),
    clauses: Object.fromEntries(clauses.map((clause) => [clause.id, checkedDigest(clause)])),
    properties: properties.map(({ id, clause, kind, scenarios, place }) => {
      const { file, line, column } = place;
      return { id, clause, kind, scenarios, place: { file, line, column } };
    }),
    report,
  };
}

/** The checks that are kept after a new one. */
export function keepCheck(kept: readonly KeptCheck[], fresh: KeptCheck): readonly KeptCheck[] {
  const others = kept.filter(({ report }) => report.model !== fresh.report.model);
  const whole = kept.find(({ report, scope }) => report.model === fresh.report.model && scope === 'whole');
  const isWorthIt = fresh.scope === 'core' && whole !== undefined && isSameModel(whole, fresh);
  return [...others, ...(isWorthIt ? [whole] : []), fresh];
}

function isSameModel(one: KeptCheck, other: KeptCheck): boolean {
  const paths = Object.keys(one.sources);
  return (
    paths.length === Object.keys(other.sources).length &&
    paths.every((path) => one.sources[path] === other.sources[path])
  );
}

export function printKeptChecks(checks: readonly KeptCheck[]): string {
  return `${JSON.stringify({ format: 'quiesce-last-check', version, checks })}\n`;
}

export type ReadKeptChecks =
  | { readonly ok: true; readonly checks: readonly KeptCheck[] }
  | { readonly ok: false; readonly reason: string };

export function parseKeptChecks(text: string): ReadKeptChecks {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'it is not JSON' };
  }
  const read = keptChecksSchema.safeParse(data);
  if (read.success) return { ok: true, checks: read.data.checks };
  const [issue] = read.error.issues;
  return { ok: false, reason: `it has another form at ${issue?.path.join('.') || 'the top'}` };
}

/** A kept check, and whether its model is still what it was. */
export interface LastCheck extends KeptCheck {
  readonly modelChanged: boolean;
}

/** `textOf`: the present text of a file of the model; undefined if it is gone. */
export function lastCheck(check: KeptCheck, textOf: (path: string) => string | undefined): LastCheck {
  const modelChanged = Object.entries(check.sources).some(([path, sum]) => {
    const text = textOf(path);
    return text === undefined || digest(text) !== sum;
  });
  return { ...check, modelChanged };
}

/** What the last check said of a clause. */
export interface LastVerdict {
  readonly clause: CheckReport['clauses'][number];
  readonly check: LastCheck;
  /** Since then the clause has become another promise, or is checked by other properties. */
  readonly clauseChanged: boolean;
  readonly modelChanged: boolean;
}

/** Undefined if the clause was never checked. A clause that was renamed is found by its earlier ids. */
export function lastVerdict(checks: readonly LastCheck[], clause: ClauseContent): LastVerdict | undefined {
  const sum = checkedDigest(clause);
  const found = checks.flatMap((check): readonly LastVerdict[] => {
    const reported = [clause.id, ...clause.was]
      .map((id) => check.report.clauses.find((one) => one.id === id))
      .find((one) => one !== undefined);
    if (reported === undefined) return [];
    const clauseChanged = check.clauses[reported.id] !== sum;
    return [{ clause: reported, check, clauseChanged, modelChanged: check.modelChanged }];
  });
  const isTrue = (one: LastVerdict): boolean => !one.clauseChanged && !one.modelChanged;
  const best = (wanted: readonly LastVerdict[]): LastVerdict | undefined =>
    wanted.find(({ check }) => check.scope === 'whole') ?? wanted[0];
  return best(found.filter(isTrue)) ?? best(found);
}
