import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  farEnds,
  readPatches,
  type TraceInput,
  traceClauses,
  traceFindings,
  traceReport,
  traceReportJson,
  traceReportSchema,
} from '../../src/index.js';
import { clauseOf, documentOf, propertyOf } from '../samples.js';

const folder = join(import.meta.dirname, '../../../cli/test/fixtures/traced/patches/waiting');
const patches = readdirSync(folder).flatMap((name) =>
  readPatches(`patches/${name}`, readFileSync(join(folder, name), 'utf8')),
);
const clause = clauseOf(`Clause: close.no-job-after
Then: a job MUST NOT start
Why: so
Model: close/noJobAfter
Model: close/unknown
Test: tools/testing/queue/close
Thread: <1@example.org>`);
const input: TraceInput = {
  documents: [{ ...documentOf([clause], ['flag']), objections: [] }],
  properties: [propertyOf('close/noJobAfter', 'close.no-job-after')],
  patches,
  seriesFolder: 'patches',
  testPaths: ['tools/testing'],
  confirmations: [],
};

test('the report of a trace comes back from its JSON, and fits the schema', () => {
  const traced = traceClauses(input);
  const report = traceReport(traced, farEnds(input, traced), traceFindings(input));
  expect(traceReportSchema.parse(JSON.parse(traceReportJson(report)))).toEqual(report);
  expect(report.summary).toEqual({ clauses: 1, links: 6, stale: 0, unconfirmed: 6 });
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['trace/unknown-clause']);
});
