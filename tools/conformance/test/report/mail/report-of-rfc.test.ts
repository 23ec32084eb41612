import { describe, expect, test } from 'vitest';
import { type CheckReport, type PromiseDocument, reportOfRfc } from '../../../src/index.js';
import { clauseOf, documentOf } from '../../samples.js';
import { cleanReport } from '../sample-report.js';

const report = cleanReport();
const [first] = report.clauses;
const clause = clauseOf(
  `Clause: ${first!.id}\nOption: relay\nWhen: ${first!.when}\nThen: ${first!.guarantee}\nWhy: safety\nModel: lamp/dark`,
);
const document = documentOf([clause], report.options);

function reasonOf(checks: readonly CheckReport[], of: PromiseDocument): string {
  const own = reportOfRfc(checks, of);
  return own.ok ? '' : own.reason;
}

describe('the report of an RFC', () => {
  test('is the one that speaks of it, with its clauses alone', () => {
    const other = { ...first!, id: 'other.clause', rfc: 9 };
    const others = { ...report.rfcs[0]!, number: 9 };
    const both = { ...report, rfcs: [others, ...report.rfcs], clauses: [other, ...report.clauses] };
    const own = reportOfRfc([{ ...report, rfcs: [others], clauses: [other] }, both], document);
    expect(own).toEqual({ ok: true, report });
  });

  test('can be narrowed to some clauses', () => {
    const own = reportOfRfc([report], document, ['no.such-clause']);
    expect(own).toMatchObject({ ok: true, report: { clauses: [], summary: { promises: 0 } } });
  });

  test('is refused if it is of something else', () => {
    const changed = (change: Partial<PromiseDocument>) => reasonOf([report], { ...document, ...change });
    expect(changed({})).toBe('');
    expect(changed({ number: document.number + 1 })).toBe(`says nothing of RFC ${document.number + 1}`);
    expect(changed({ revision: document.revision + 1 })).toBe(
      `is of revision ${document.revision}, expected revision ${document.revision + 1}`,
    );
    expect(changed({ clauses: [] })).toBe(`is of a clause ${first!.id}, which the RFC does not have`);
    for (const part of ['guarantee', 'when', 'unless'] as const)
      expect(changed({ clauses: [{ ...clause, [part]: 'something else' }] })).toBe(
        `is of another text of ${first!.id}`,
      );
  });
});
