/** What a check says of patches and tests, as data: how far the options are implemented, and where two ends do not agree. */
import type { Diagnostic } from '@quiesce/contract';
import { z } from 'zod';
import type { Frozen } from '../frozen.js';
import { diagnosticSchema } from '../report/check-report.js';
import { reportedDiagnostic } from '../report/reported.js';
import { seriesOf, type TracedSeries } from './series.js';
import type { TraceInput } from './traced.js';

const natural = z.int().nonnegative();
const names = z.array(z.string());

const series = z.strictObject({
  id: z.string(),
  folder: z.string().describe('relative to the folder of quiesce.json'),
  on: z.string().nullable().describe('the series that it stands on'),
  rfc: natural.nullable().describe('the number of the RFC that it is about'),
  option: z.string().nullable().describe('the option that it implements; null where it only prepares'),
  patches: natural,
  clauses: names.describe('those that its patches name, each once'),
});

const coverage = z.strictObject({
  rfc: natural,
  implemented: names.describe('options that have a series'),
  missing: names.describe('options that have none yet'),
});

export const linkReportSchema = z.strictObject({
  series: z.array(series),
  coverage: z.array(coverage).describe('of RFCs that some series is about'),
  diagnostics: z.array(diagnosticSchema).describe('where clauses, patches, series and tests do not agree'),
});

export type LinkReport = Frozen<z.infer<typeof linkReportSchema>>;

/** `diagnostics`: those of `traceFindings` that are to be told. */
export function linkReport(input: TraceInput, diagnostics: readonly Diagnostic[]): LinkReport {
  const all = input.series ?? [];
  return {
    series: all.map((one) => reportedSeries(one, all, input)),
    coverage: input.documents.flatMap(({ number, options }) => {
      const own = all.filter(({ rfc }) => rfc?.value === number);
      if (own.length === 0) return [];
      const has = (name: string): boolean => own.some(({ option }) => option?.value === name);
      const declared = options.map(({ value }) => value);
      return [
        { rfc: number, implemented: declared.filter(has), missing: declared.filter((one) => !has(one)) },
      ];
    }),
    diagnostics: diagnostics.map(reportedDiagnostic),
  };
}

function reportedSeries(
  series: TracedSeries,
  all: readonly TracedSeries[],
  { patches = [] }: TraceInput,
): LinkReport['series'][number] {
  const { id, folder, on, rfc, option } = series;
  const own = patches.filter((patch) => seriesOf(patch, all) === series);
  const named = own.flatMap(({ trailers }) => trailers.map(({ clause }) => clause));
  return {
    id,
    folder,
    on: on ?? null,
    rfc: rfc?.value ?? null,
    option: option?.value ?? null,
    patches: own.length,
    clauses: [...new Set(named)],
  };
}
