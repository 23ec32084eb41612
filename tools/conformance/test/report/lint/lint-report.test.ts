import { expect, test } from 'vitest';
import { lintReport, lintReportJson, lintReportSchema, unixText } from '../../../src/index.js';
import { lintedSample } from './lint-sample.js';

test('a report comes back from its JSON, and fits the schema', () => {
  const files = [lintedSample()];
  expect(lintReportSchema.parse(JSON.parse(lintReportJson(files)))).toEqual(lintReport(files));
});

test('each severity is counted, and what is allowed is none', () => {
  expect(lintReport([lintedSample(), lintedSample()]).summary).toEqual({
    errors: 2,
    warnings: 2,
    notes: 2,
    allowed: 2,
  });
});

test('a finding tells how it is put right, and whether that is safe', () => {
  const [file] = lintReport([lintedSample()]).files;
  expect(file!.findings.map(({ rule, fix }) => [rule, fix?.safe])).toEqual([
    ['mail/hash-heading', true],
    ['rfc/unknown-option', false],
    ['objection/open', undefined],
  ]);
  expect(file!.allowed).toMatchObject([
    { finding: { rule: 'mail/tab' }, reason: 'the table is old', place: { line: 11 } },
  ]);
});

test('a line for each finding, as compilers print it', () => {
  const lines = unixText([lintedSample()]).split('\n');
  expect(lines[1]).toMatch(/^rfc\/0001 lamps\.md:16:9: error: .* \[rfc\/unknown-option\]$/);
  expect(lines).toHaveLength(4);
});

test('what a message quotes does not break its line', () => {
  const linted = lintedSample();
  const diagnostics = linted.diagnostics.map((one) => ({ ...one, message: 'a\nb\u001b[31m' }));
  expect(unixText([{ ...linted, diagnostics }]).split('\n')).toHaveLength(4);
});
