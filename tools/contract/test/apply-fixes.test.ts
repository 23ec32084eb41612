import { expect, test } from 'vitest';
import { applyFixes, type Diagnostic, type Edit } from '../src/index.js';

const finding = (...edits: readonly Edit[]): Diagnostic => ({
  code: 'a/b',
  severity: 'error',
  place: { file: 'a', line: 1, column: 1 },
  message: 'm',
  fix: { title: 't', edits },
});
const edit = (start: number, end: number, text: string): Edit => ({ start, end, text });

test.each([
  { name: 'nothing', findings: [], text: 'abcdef', applied: 0 },
  {
    name: 'edits in any order',
    findings: [finding(edit(4, 5, 'X')), finding(edit(0, 1, ''))],
    text: 'bcdXf',
    applied: 2,
  },
  {
    name: 'edits that touch',
    findings: [finding(edit(0, 2, '1')), finding(edit(2, 4, '2'))],
    text: '12ef',
    applied: 2,
  },
  {
    name: 'the first of two that overlap',
    findings: [finding(edit(1, 4, '-')), finding(edit(3, 5, '+'))],
    text: 'a-ef',
    applied: 1,
  },
  {
    name: 'the first of two insertions',
    findings: [finding(edit(1, 1, '-')), finding(edit(1, 1, '+'))],
    text: 'a-bcdef',
    applied: 1,
  },
  {
    name: 'all edits of a fix or none',
    findings: [finding(edit(1, 2, '-')), finding(edit(1, 2, '+'), edit(5, 6, '+'))],
    text: 'a-cdef',
    applied: 1,
  },
])('applies $name', ({ findings, text, applied }) => {
  expect(applyFixes('abcdef', findings)).toEqual({ text, applied });
});

test('a finding without a fix changes nothing', () => {
  const { fix: _fix, ...bare } = finding();
  expect(applyFixes('abc', [bare])).toEqual({ text: 'abc', applied: 0 });
});
