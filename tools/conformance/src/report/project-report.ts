/**
 * The result of `quiesce check` as scripts read it: a report for each model, what patches and tests say, and the sum. It is versioned,
 * and has the same shape whether a project has one model or several.
 */
import { z } from 'zod';
import type { Frozen } from '../frozen.js';
import { type LinkReport, linkReportSchema } from '../trace/link-report.js';
import { type CheckReport, checkReportSchema, summarySchema } from './check-report.js';

/** Raised when a reader of the old version could misunderstand the new one. */
export const projectReportVersion = 3;

export const projectReportSchema = z
  .strictObject({
    format: z.literal('quiesce-check'),
    version: z.literal(projectReportVersion),
    checks: z.array(checkReportSchema).describe('one for each model'),
    links: linkReportSchema
      .nullable()
      .describe('what patches and tests say; null where nobody asked about them'),
    summary: summarySchema.describe(
      'the sum of those of the checks; findings also counts the errors of links',
    ),
  })
  .meta({
    title: 'Result of quiesce check',
    description: 'Clauses of RFCs, and what the exploration of reference models says of them.',
  });

export type ProjectReport = Frozen<z.infer<typeof projectReportSchema>>;

/** `links`: null for a report that is about models only. */
export function projectReport(
  checks: readonly CheckReport[],
  links: LinkReport | null = null,
): ProjectReport {
  const sum = (name: keyof CheckReport['summary']): number =>
    checks.reduce((total, { summary }) => total + summary[name], 0);
  const names = Object.keys(summarySchema.shape) as (keyof CheckReport['summary'])[];
  const added = Object.fromEntries(names.map((name) => [name, sum(name)])) as CheckReport['summary'];
  const summary = { ...added, findings: added.findings + (links === null ? 0 : linkErrors(links)) };
  return { format: 'quiesce-check', version: projectReportVersion, checks, links, summary };
}

function linkErrors({ diagnostics }: LinkReport): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}
