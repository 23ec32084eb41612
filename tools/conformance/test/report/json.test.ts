import { expect, test } from 'vitest';
import { checkReportSchema, jsonSchemaText, reportJson } from '../../src/index.js';
import { cleanReport, sampleReport } from './sample-report.js';

test.each([
  ['with findings', sampleReport()],
  ['without', cleanReport()],
])('a report %s comes back from its JSON, and fits the schema', (_, report) => {
  const back = checkReportSchema.parse(JSON.parse(reportJson(report)));
  expect(back).toEqual(report);
});

test('a report of another version does not fit', () => {
  const text = reportJson(cleanReport()).replace('"version": 1', '"version": 2');
  expect(checkReportSchema.safeParse(JSON.parse(text)).success).toBe(false);
});

/** What scripts rely on: a change of these files is a change for them, and may need a new version. */
test.each([
  ['report', '../../schema/check-report.v1.json'],
  ['config', '../../schema/quiesce.json'],
] as const)('the JSON Schema of %s is the one in the repository', async (name, file) => {
  await expect(jsonSchemaText(name)).toMatchFileSnapshot(file);
});
