import { describe, expect, test } from 'vitest';
import {
  applyFixes,
  byPlace,
  type ContractProblemCode,
  contractProblems,
  parseClause,
  parseObjection,
  sourceText,
} from '../src/index.js';
import { asBody, markedSample } from './marked-sample.js';

interface Case {
  readonly kind: 'clause' | 'objection';
  /** Raises the code at the marked position, and no other code. */
  readonly raises: string;
  /** The text after the fix, where there is one; it raises nothing. */
  readonly fixed?: string;
  /** Much the same, and raises nothing. */
  readonly silent: string;
}

const rest = 'Then: it MUST stop\nWhy: because\n';
const clause = (lines: string) => `Clause: a.b\n${lines}\n${rest}`;
const objection = (lines: string) => `Objection: cost\nFrom: R. Reviewer\nSays: too slow\n${lines}\n`;

const cases: Readonly<Record<ContractProblemCode, readonly Case[]>> = {
  'contract/not-a-field': [
    {
      kind: 'clause',
      raises: clause('Scope: a call\n⟦that is long⟧\nand longer'),
      fixed: clause('Scope: a call\n        that is long\n        and longer'),
      silent: clause('Scope: a call\n\tthat is long\n and longer'),
    },
    { kind: 'clause', raises: `⟦# heading⟧\n${clause('')}`, silent: `\n   \n${clause('\t')}` },
    {
      kind: 'clause',
      raises: clause('When: a\n⟦-: b⟧'),
      fixed: clause('When: a\n        -: b'),
      silent: clause('When: a\n -: b'),
    },
  ],
  'contract/stray-continuation': [
    { kind: 'clause', raises: ` ⟦Scope: x⟧\n more\n${clause('')}`, silent: clause('Scope: x\n more') },
  ],
  'contract/space-before-colon': [
    {
      kind: 'clause',
      raises: clause('Scope⟦ ⟧: a call'),
      fixed: clause('Scope: a call'),
      silent: clause('Scope: a call : it'),
    },
  ],
  'contract/no-space-after-colon': [
    {
      kind: 'clause',
      raises: clause('Scope⟦:⟧a call'),
      fixed: clause('Scope: a call'),
      silent: clause('Scope:\n a call'),
    },
  ],
  'contract/unknown-key': [
    {
      kind: 'clause',
      raises: clause('⟦Optoin⟧: record'),
      fixed: clause('Option: record'),
      silent: clause('Option: record'),
    },
    {
      kind: 'clause',
      raises: clause('⟦option⟧: record'),
      fixed: clause('Option: record'),
      silent: clause('Model: a/b'),
    },
    {
      kind: 'clause',
      raises: clause('Scope: x\n⟦callback⟧: late'),
      silent: clause('Scope: x\n callback: late'),
    },
    {
      kind: 'objection',
      raises: objection('State: open\n⟦Clauses⟧: a.b'),
      fixed: objection('State: open\nClause: a.b'),
      silent: objection('State: open\nClause: a.b'),
    },
  ],
  'contract/repeated-key': [
    {
      kind: 'clause',
      raises: clause('Option: record\n⟦Option⟧: counted'),
      silent: clause('Option: record, counted'),
    },
    { kind: 'clause', raises: clause('⟦Clause⟧: c.d'), silent: clause('Was: c.d\nWas: e.f') },
  ],
  'contract/missing-key': [
    { kind: 'clause', raises: '⟦Clause: a.b⟧\nThen: it MUST stop\n', silent: clause('') },
    {
      kind: 'objection',
      raises: objection('⟦⟧')
        .replace(/^(.*)\n/, '⟦$1⟧\n')
        .replace('\n⟦⟧', ''),
      silent: objection('State: open'),
    },
  ],
  'contract/empty-value': [
    { kind: 'clause', raises: clause('⟦Scope⟧:'), silent: clause('Scope:\n\n  a call') },
    {
      kind: 'clause',
      raises: 'Clause: a.b\nThen: it MAY stop\n⟦Why⟧: \t',
      silent: 'Clause: a.b\nThen: it MAY stop\nWhy:\t-',
    },
  ],
  'contract/bad-id': [
    {
      kind: 'clause',
      raises: `Clause: ⟦Detach.Zero_means quiet⟧\n${rest}`,
      fixed: `Clause: detach.zero-means-quiet\n${rest}`,
      silent: `Clause: detach.zero-means-quiet2\n${rest}`,
    },
    { kind: 'clause', raises: `Clause: ⟦a..b⟧\n${rest}`, silent: `Clause: ab\n${rest}` },
    { kind: 'clause', raises: clause('Was: ⟦2.a⟧'), silent: clause('Was: a2.b-') },
    {
      kind: 'objection',
      raises: objection('State: open\nClause: ⟦a.b, c⟧'),
      silent: objection('State: open\nClause: a.b\nClause: c'),
    },
  ],
  'contract/bad-option': [
    {
      kind: 'clause',
      raises: clause('Option: record,\n  ⟦Stop First⟧, counted'),
      fixed: clause('Option: record,\n  stop-first, counted'),
      silent: clause('Option: record,\n  stop-first, counted'),
    },
    {
      kind: 'clause',
      raises: clause('Option: record, ⟦,⟧ counted'),
      silent: clause('Option: record , counted'),
    },
    { kind: 'clause', raises: clause('Option: ⟦a.b⟧, c'), silent: clause('Option: ab') },
  ],
  'contract/repeated-item': [
    { kind: 'clause', raises: clause('Option: record, ⟦record⟧'), silent: clause('Option: record, records') },
    {
      kind: 'clause',
      raises: clause('Model: a/b\nModel: ⟦a/b⟧'),
      silent: clause('Model: a/b\nModel: a/b @lkmm'),
    },
  ],
  'contract/bad-property': [
    {
      kind: 'clause',
      raises: clause('Model: ⟦detach/NoCallback⟧'),
      silent: clause('Model: detach/noCallback  @lkmm'),
    },
    { kind: 'clause', raises: clause('Model: ⟦noCallback⟧'), silent: clause('Model: a-b/c1D') },
    { kind: 'clause', raises: clause('Model: ⟦a/b @LKMM⟧'), silent: clause('Model: a/b @x86-tso') },
    { kind: 'clause', raises: clause('Model: ⟦a/b, a/c⟧'), silent: clause('Model: a/b\nModel: a/c') },
  ],
  'contract/no-keyword': [
    {
      kind: 'clause',
      raises: 'Clause: a.b\nThen: a callback ⟦shall  not⟧ start\nWhy: x',
      fixed: 'Clause: a.b\nThen: a callback MUST NOT start\nWhy: x',
      silent: 'Clause: a.b\nThen: a callback MUST NOT start, nor shall others\nWhy: x',
    },
    {
      kind: 'clause',
      raises: 'Clause: a.b\nThen: ⟦MUST_STOP is set⟧\nWhy: x',
      silent: 'Clause: a.b\nThen: MUST_STOP MAY be set\nWhy: x',
    },
  ],
  'contract/second-keyword': [
    {
      kind: 'clause',
      raises: 'Clause: a.b\nThen: it MUST\n   stop and ⟦SHOULD NOT⟧ wait\nWhy: x',
      silent: 'Clause: a.b\nThen: it MUST\n   NOT stop and should not wait\nWhy: it MUST and MAY',
    },
  ],
  'contract/may-not': [
    {
      kind: 'clause',
      raises: 'Clause: a.b\nThen: it ⟦MAY NOT⟧ wait\nWhy: x',
      silent: 'Clause: a.b\nThen: it MAY wait\nWhy: x',
    },
  ],
  'contract/bad-message-id': [
    {
      kind: 'clause',
      raises: clause('Thread: ⟦1@example.org⟧'),
      fixed: clause('Thread: <1@example.org>'),
      silent: clause('Thread: <1@example.org>\nThread: <2@example.org>'),
    },
    {
      kind: 'objection',
      raises: objection('State: open\nThread: ⟦the list⟧'),
      silent: objection('State: open'),
    },
  ],
  'contract/bad-state': [
    {
      kind: 'objection',
      raises: objection('State: ⟦Open⟧'),
      fixed: objection('State: open'),
      silent: objection('State: withdrawn'),
    },
    { kind: 'objection', raises: objection('State: ⟦toString⟧'), silent: objection('State: open') },
  ],
  'contract/bad-revision': [
    {
      kind: 'objection',
      raises: objection('State: accepted\nRevision: ⟦v3⟧'),
      silent: objection('State: accepted\nRevision: 3'),
    },
  ],
  'contract/incomplete-state': [
    {
      kind: 'objection',
      raises: objection('State: ⟦answered⟧'),
      silent: objection('State: answered\nAnswer: measured'),
    },
    {
      kind: 'objection',
      raises: objection('State: ⟦accepted⟧'),
      silent: objection('State: accepted\nRevision: 2'),
    },
    {
      kind: 'objection',
      raises: objection('State: ⟦overruled⟧'),
      silent: objection('State: overruled\nBy: M. Maintainer'),
    },
  ],
};

function findingsIn(kind: Case['kind'], text: string) {
  const source = sourceText('sample.md', text);
  const parsed =
    kind === 'clause' ? parseClause(source, asBody(source)) : parseObjection(source, asBody(source));
  return parsed.diagnostics.toSorted(byPlace);
}

const rows = Object.entries(cases).flatMap(([code, list]) => list.map((one) => ({ code, ...one })));

describe('each code', () => {
  test('has a sample', () => {
    expect(Object.keys(cases)).toEqual(Object.keys(contractProblems));
    expect(Object.values(cases).every((list) => list.length > 0)).toBe(true);
  });

  test.each(rows)('$code is raised by $raises', ({ code, kind, raises }) => {
    const { source, marked } = markedSample(raises);
    const findings = findingsIn(kind, source.text);
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    expect(findings[0]!.place).toMatchObject(marked);
  });

  test.each(rows)('$code is not raised by $silent', ({ kind, silent }) => {
    expect(findingsIn(kind, silent)).toEqual([]);
  });

  test.each(rows)('$code: what the fix of $raises leaves is right', ({ kind, raises, fixed }) => {
    const { source } = markedSample(raises);
    const result = applyFixes(source.text, findingsIn(kind, source.text));
    expect(result.applied === 0 ? undefined : result.text).toBe(fixed);
    if (fixed !== undefined) expect(findingsIn(kind, fixed)).toEqual([]);
  });
});
