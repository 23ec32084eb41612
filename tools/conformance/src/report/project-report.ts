/**
 * The result of `quiesce check` as scripts read it: a report for each model, and their sum. It is versioned, and has the same
 * shape whether a project has one model or several.
 */
import { z } from 'zod';
import type { Frozen } from '../frozen.js';
import { type CheckReport, checkReportSchema, summarySchema } from './check-report.js';

/** Raised when a reader of the old version could misunderstand the new one. */
export const projectReportVersion = 2;

export const projectReportSchema = z
  .strictObject({
    format: z.literal('quiesce-check'),
    version: z.literal(projectReportVersion),
    checks: z.array(checkReportSchema).describe('one for each model'),
    summary: summarySchema.describe('the sum of those of the checks'),
  })
  .meta({
    title: 'Result of quiesce check',
    description: 'Clauses of RFCs, and what the exploration of reference models says of them.',
  });

export type ProjectReport = Frozen<z.infer<typeof projectReportSchema>>;

export function projectReport(checks: readonly CheckReport[]): ProjectReport {
  const sum = (name: keyof CheckReport['summary']): number =>
    checks.reduce((total, { summary }) => total + summary[name], 0);
  const names = Object.keys(summarySchema.shape) as (keyof CheckReport['summary'])[];
  const summary = Object.fromEntries(names.map((name) => [name, sum(name)])) as CheckReport['summary'];
  return { format: 'quiesce-check', version: projectReportVersion, checks, summary };
}
