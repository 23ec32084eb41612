import { expect, test } from 'vitest';
import { cleanReport, sampleReport } from './sample-report.js';

test('counts what makes a run end with 1', () => {
  const { clauses, mutants, modelErrors, summary } = sampleReport();
  const promised = clauses.flatMap(({ verdicts }) => verdicts.filter((one) => one.promised));
  const judged = promised.filter(({ verdict }) => verdict !== 'unchecked');
  const count = (...wanted: readonly string[]) =>
    judged.filter(({ verdict }) => wanted.includes(verdict)).length;
  const broken = count('fails', 'vacuous', 'not-complete');
  expect(summary).toMatchObject({
    promises: judged.length,
    kept: count('holds', 'witnessed', 'always'),
    broken: count('fails'),
    vacuous: count('vacuous'),
    undecided: count('not-complete'),
    deviating: count('deviates'),
    unused: count('never-happens'),
    unchecked: 1,
    worthless: 0,
    mutants: 4,
    found: 1,
  });
  for (const verdict of ['holds', 'fails', 'vacuous', 'not-complete', 'deviates', 'never-happens'])
    expect(count(verdict)).toBeGreaterThan(0);
  expect(modelErrors.map(({ kind }) => kind)).toEqual(['failure', 'deadlock']);
  expect(summary.findings).toBe(broken + (mutants.length - 1) + modelErrors.length);
});

test('has no finding where all is well', () => {
  expect(cleanReport().summary).toMatchObject({ promises: 1, kept: 1, broken: 0, findings: 0 });
});

test('counts a clause that nothing breaks as a finding', () => {
  expect(cleanReport('applies').summary).toMatchObject({ kept: 1, worthless: 1, findings: 1 });
});
