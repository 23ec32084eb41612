import { expect, test } from 'vitest';
import { cleanReport, sampleReport } from './sample-report.js';

test('counts what makes a run end with 1', () => {
  const { clauses, mutants, modelErrors, summary } = sampleReport();
  const promised = clauses.flatMap(({ verdicts }) => verdicts.filter((one) => one.promised));
  const judged = promised.filter(({ verdict }) => verdict !== 'unchecked');
  const broken = judged.filter(({ verdict }) => ['fails', 'vacuous', 'not-complete'].includes(verdict));
  expect(summary).toMatchObject({
    promises: judged.length,
    broken: broken.length,
    kept: judged.length - broken.length,
    unchecked: 1,
    worthless: 0,
    mutants: 3,
    found: 1,
  });
  expect(modelErrors.map(({ kind }) => kind)).toEqual(['failure', 'deadlock']);
  expect(summary.findings).toBe(broken.length + (mutants.length - 1) + modelErrors.length);
});

test('has no finding where all is well', () => {
  expect(cleanReport().summary).toMatchObject({ promises: 1, kept: 1, broken: 0, findings: 0 });
});

test('counts a clause that nothing breaks as a finding', () => {
  expect(cleanReport('applies').summary).toMatchObject({ kept: 1, worthless: 1, findings: 1 });
});
