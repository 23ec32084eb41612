import { expect, test } from 'vitest';
import { jsonSchemaText, projectReport, projectReportSchema, reportJson } from '../../src/index.js';
import { cleanReport, sampleReport } from './sample-report.js';

test.each([
  ['with findings', projectReport([sampleReport()])],
  ['without', projectReport([cleanReport()])],
  ['of two models', projectReport([sampleReport(), cleanReport()])],
])('a report %s comes back from its JSON, and fits the schema', (_, report) => {
  const back = projectReportSchema.parse(JSON.parse(reportJson(report)));
  expect(back).toEqual(report);
});

test('a report of another version does not fit', () => {
  const text = reportJson(projectReport([cleanReport()])).replace('"version": 3', '"version": 1');
  expect(projectReportSchema.safeParse(JSON.parse(text)).success).toBe(false);
});

test('the sum of two checks counts what both count', () => {
  const [one, other] = [sampleReport(), cleanReport('applies')];
  const { promises, findings, worthless } = projectReport([one, other]).summary;
  expect(promises).toBe(one.summary.promises + other.summary.promises);
  expect(findings).toBe(one.summary.findings + 1);
  expect(worthless).toBe(1);
});

/** What scripts rely on: a change of these files is a change for them, and may need a new version. */
test.each([
  ['report', '../../schema/check-report.v3.json'],
  ['config', '../../schema/quiesce.json'],
  ['trace', '../../schema/trace.v1.json'],
  ['clauses', '../../schema/clauses.v1.json'],
  ['objections', '../../schema/objections.v1.json'],
  ['lint', '../../schema/lint.v1.json'],
  ['difference', '../../schema/difference.v1.json'],
  ['mail-map', '../../schema/mail-map.v1.json'],
] as const)('the JSON Schema of %s is the one in the repository', async (name, file) => {
  await expect(jsonSchemaText(name)).toMatchFileSnapshot(file);
});
