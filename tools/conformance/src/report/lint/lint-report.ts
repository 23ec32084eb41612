/** The result of `quiesce lint` as scripts read it: the findings of each file, and what comments in it allow. */
import type { Diagnostic, SourceText } from '@quiesce/contract';
import { type Allowed, type Mode, modes } from '@quiesce/rfc';
import { z } from 'zod';
import type { Frozen } from '../../frozen.js';
import { placeSchema } from '../check-report.js';
import { shortPlace } from '../reported.js';

/** Raised when a reader of the old version could misunderstand the new one. */
const lintReportVersion = 1;

/** A file, and what was found in it. */
export interface LintedFile {
  readonly source: SourceText;
  readonly mode: Mode;
  /** By place. */
  readonly diagnostics: readonly Diagnostic[];
  readonly allowed: readonly Allowed[];
  /** Whether a finding can be put right without a change to what a clause says. */
  readonly hasSafeFix: (finding: Diagnostic) => boolean;
}

const natural = z.int().nonnegative();

const rangeSchema = placeSchema.extend({
  endLine: natural.describe('1-based'),
  endColumn: natural.describe('1-based, exclusive'),
});

const editSchema = z.strictObject({
  start: natural.describe('0-based offset in the text, in UTF-16 code units'),
  end: natural.describe('exclusive'),
  text: z.string().describe('what is to stand there instead'),
});

const findingSchema = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  place: rangeSchema,
  message: z.string(),
  hint: z.string().nullable(),
  related: z.array(z.strictObject({ place: placeSchema, message: z.string() })),
  fix: z
    .strictObject({
      title: z.string(),
      safe: z.boolean().describe('whether it leaves the meaning of every clause as it is'),
      edits: z.array(editSchema),
    })
    .nullable(),
});

export const lintReportSchema = z
  .strictObject({
    format: z.literal('quiesce-lint'),
    version: z.literal(lintReportVersion),
    files: z.array(
      z.strictObject({
        file: z.string(),
        mode: z.enum(modes),
        findings: z.array(findingSchema).describe('by place'),
        allowed: z
          .array(z.strictObject({ finding: findingSchema, reason: z.string(), place: placeSchema }))
          .describe('findings that a comment allows, and where the comment stands'),
      }),
    ),
    summary: z.strictObject({ errors: natural, warnings: natural, notes: natural, allowed: natural }),
  })
  .meta({ title: 'Result of quiesce lint', description: 'What is wrong with the text of RFCs.' });

export type LintReport = Frozen<z.infer<typeof lintReportSchema>>;

type Finding = LintReport['files'][number]['findings'][number];

export function lintReport(files: readonly LintedFile[]): LintReport {
  const count = (severity: Diagnostic['severity']): number =>
    files.reduce(
      (sum, one) => sum + one.diagnostics.filter((finding) => finding.severity === severity).length,
      0,
    );
  return {
    format: 'quiesce-lint',
    version: lintReportVersion,
    files: files.map((linted) => ({
      file: linted.source.file,
      mode: linted.mode,
      findings: linted.diagnostics.map((one) => findingOf(one, linted)),
      allowed: linted.allowed.map(({ diagnostic, reason, place }) => ({
        finding: findingOf(diagnostic, linted),
        reason,
        place: shortPlace(place),
      })),
    })),
    summary: {
      errors: count('error'),
      warnings: count('warning'),
      notes: count('note'),
      allowed: files.reduce((sum, { allowed }) => sum + allowed.length, 0),
    },
  };
}

/** The report as JSON, with a line feed at the end. */
export function lintReportJson(files: readonly LintedFile[]): string {
  return `${JSON.stringify(lintReport(files), null, 2)}\n`;
}

function findingOf(one: Diagnostic, { hasSafeFix }: LintedFile): Finding {
  const { code: rule, severity, place, message, hint = null, related = [], fix } = one;
  const { endLine = place.line, endColumn = place.column } = place;
  return {
    rule,
    severity,
    place: { ...shortPlace(place), endLine, endColumn },
    message,
    hint,
    related: related.map((other) => ({ place: shortPlace(other.place), message: other.message })),
    fix: fix === undefined ? null : { title: fix.title, safe: hasSafeFix(one), edits: [...fix.edits] },
  };
}
