import { sourceText } from '@quiesce/contract';
import { describe, expect, test } from 'vitest';
import {
  conformanceProblems,
  readConfirmations,
  readMentions,
  readPatches,
  type TraceInput,
  traceFindings,
} from '../../src/index.js';
import { clauseOf, documentOf } from '../samples.js';

const clause = (more = '') =>
  clauseOf(`Clause: lamp.dark\nWas: lamp.off\nThen: the lamp MUST NOT shine\nWhy: safety${more}`);

const patch = (trailers: string) =>
  readPatches(
    'a.patch',
    `Subject: lamp: Go dark

Says why.

${trailers}
---
diff --git a/lib/lamp.c b/lib/lamp.c
--- a/lib/lamp.c
+++ b/lib/lamp.c
@@ -1 +1 @@ int lamp_set(int on)
-a
+b
`,
  );

function inputOf(changes: Partial<TraceInput>, fields = ''): TraceInput {
  return {
    documents: [{ ...documentOf([clause(fields)], ['relay']), objections: [] }],
    properties: [],
    confirmations: [],
    ...changes,
  };
}

const testFile = (text: string) => ({
  file: 'test/dark.sh',
  mentions: readMentions(sourceText('test/dark.sh', text)),
});

/** Each disagreement alone, and the same put right. */
const samples: Readonly<
  Record<string, { readonly wrong: TraceInput; readonly right: TraceInput; readonly finding: object }>
> = {
  'trace/unknown-clause': {
    wrong: inputOf({ patches: patch('Contract: lamp.dakr') }),
    right: inputOf({ patches: patch('Contract: lamp.dark') }),
    finding: { place: { file: 'a.patch', line: 5, column: 11 }, hint: 'Did you mean lamp.dark?' },
  },
  'trace/not-a-trailer': {
    wrong: inputOf({ patches: patch('Contract: lamp.dark\n\nSigned-off-by: A <a@example.org>') }),
    right: inputOf({ patches: patch('Contract: lamp.dark\nSigned-off-by: A <a@example.org>') }),
    finding: { severity: 'warning', place: { line: 5 } },
  },
  'trace/unknown-scope': {
    wrong: inputOf({ patches: patch('Contract: lamp.dark') }, '\nScope: lamp_sets(lamp)'),
    right: inputOf(
      { patches: patch('Contract: lamp.dark') },
      '\nScope: lamp_set(lamp), from anywhere (also irq)',
    ),
    finding: { severity: 'warning', place: { line: 5, column: 8 }, hint: 'Did you mean lamp_set?' },
  },
  'trace/unknown-code': {
    wrong: inputOf({ patches: patch('Contract: lamp.dark') }, '\nCode: lib/lamp.c lamp_get()'),
    right: inputOf({ patches: patch('Contract: lamp.dark') }, '\nCode: lamp.c lamp_set()'),
    finding: { place: { file: 'rfc/0001.md', line: 5, column: 7 } },
  },
  'trace/code-not-named-back': {
    wrong: inputOf({ patches: patch('Acked-by: B <b@example.org>') }, '\nCode: lib/lamp.c lamp_set()'),
    right: inputOf({ patches: patch('Contract: lamp.dark') }, '\nCode: lib/lamp.c'),
    finding: { place: { line: 5 }, related: [{ place: { file: 'a.patch', line: 10 } }] },
  },
  'trace/unknown-test': {
    wrong: inputOf({ tests: [testFile('# Contract: lamp.dark')] }, '\nTest: test/drak'),
    right: inputOf({ tests: [testFile('# Contract: lamp.dark')] }, '\nTest: test/dark every lamp'),
    finding: { place: { line: 5, column: 7 } },
  },
  'trace/test-not-named-back': {
    wrong: inputOf({ tests: [testFile('# nothing')] }, '\nTest: test/dark.sh'),
    right: inputOf({ tests: [testFile('# Contract: lamp.dark')] }, '\nTest: dark'),
    finding: { place: { line: 5 }, related: [{ place: { file: 'test/dark.sh' } }] },
  },
};

describe('a disagreement', () => {
  test.each(Object.entries(samples))('%s', (code, { wrong, right, finding }) => {
    expect(traceFindings(wrong)).toMatchObject([{ code, ...finding }]);
    expect(traceFindings(right)).toEqual([]);
  });

  test('every code has its sample', () => {
    const codes = Object.keys(conformanceProblems).filter((code) => code.startsWith('trace/'));
    const { diagnostics } = readConfirmations('links.sum', '=======');
    const raised = [...Object.keys(samples), ...diagnostics.map(({ code }) => code)];
    expect(raised.sort()).toEqual(codes.sort());
  });

  test('with a former id tells the present one', () => {
    const [finding] = traceFindings(inputOf({ tests: [testFile('# Contract: lamp.off')] }));
    expect(finding).toMatchObject({
      code: 'trace/unknown-clause',
      hint: 'It is called lamp.dark now.',
      related: [{ place: { file: 'rfc/0001.md', line: 1 } }],
    });
  });

  test('of a call is told once for all clauses', () => {
    const documents = ['lamp.dark', 'lamp.soft'].map((id) => {
      const body = `Clause: ${id}\nScope: lamp_get(), lamp_get()\nThen: it MAY flicker\nWhy: price`;
      return { ...documentOf([clauseOf(body)], ['relay']), objections: [] };
    });
    const findings = traceFindings(inputOf({ documents, patches: patch('Contract: lamp.dark') }));
    expect(findings.map(({ message }) => message)).toEqual([
      'Unexpected lamp_get() in Scope here and in 1 more, expected a call that stands in some patch',
    ]);
  });

  test('is none where there is nothing to compare with', () => {
    expect(traceFindings(inputOf({}, '\nCode: lib/none.c\nTest: test/none'))).toEqual([]);
  });
});
