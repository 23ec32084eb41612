import type { Diagnostic } from '@quiesce/contract';
import { catalogue } from '@quiesce/rfc';
import { expect, test } from 'vitest';
import { diagnosticsOf } from '../src/index.js';

const place = { file: 'rfc/0001-a.md', line: 3, column: 2, endLine: 3, endColumn: 5 };
const finding: Diagnostic = {
  code: 'rfc/duplicate-clause',
  severity: 'error',
  place,
  message: 'Unexpected id',
  hint: 'Write another.',
  related: [{ place: { file: 'rfc/0002-b.md', line: 1, column: 1 }, message: 'the other is here' }],
};

test('a finding with all that it has', () => {
  expect(diagnosticsOf([finding], (file) => `file:///p/${file}`)).toEqual([
    {
      range: { start: { line: 2, character: 1 }, end: { line: 2, character: 4 } },
      severity: 1,
      code: 'rfc/duplicate-clause',
      source: 'quiesce',
      message: 'Unexpected id\nWrite another.',
      relatedInformation: [
        {
          location: {
            uri: 'file:///p/rfc/0002-b.md',
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
          },
          message: 'the other is here',
        },
      ],
    },
  ]);
});

test.each([
  ['error', 1],
  ['warning', 2],
  ['note', 3],
] as const)('%s is %i', (severity, number) => {
  expect(diagnosticsOf([{ ...finding, severity }], String)).toMatchObject([{ severity: number }]);
});

test('what does nothing is told as such, so that editors fade it', () => {
  expect(catalogue.map(({ code }) => code)).toContain('allow/unused');
  const [unused, other] = diagnosticsOf([{ ...finding, code: 'allow/unused' }, finding], String);
  expect(unused?.tags).toEqual([1]);
  expect(other?.tags).toBeUndefined();
});
