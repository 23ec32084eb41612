import { sourceText } from '@quiesce/contract';
import { describe, expect, test } from 'vitest';
import {
  conformanceProblems,
  readConfirmations,
  readMentions,
  readPatches,
  type TracedSeries,
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

/** A patch of a series; `change` is the function that it changes. */
const patchIn = (series: string, trailers: string, change = 'int lamp_set(int on)', path = 'lib/lamp.c') =>
  readPatches(
    `patches/${series}/0001.patch`,
    `Subject: ${series}: Go dark

Says why.

${trailers}
---
--- a/${path}
+++ b/${path}
@@ -1 +1 @@ ${change}
-a
+b
`,
  );

const placed = <Value>(value: Value, line: number) => ({
  value,
  place: { file: 'patches/relay/series.json', line, column: 13 },
});

const seriesOf = (id: string, on?: string, changes: Partial<TracedSeries> = {}): TracedSeries => ({
  id,
  folder: `patches/${id}`,
  on,
  rfc: placed(1, 5),
  option: placed(id, 6),
  place: { file: `patches/${id}/series.json`, line: 1, column: 1 },
  ...changes,
});

/** Two options on one base that implements none. */
const lamps = (fields: string, patches: TraceInput['patches'], changes: Partial<TracedSeries> = {}) => ({
  documents: [{ ...documentOf([clause(fields)], ['relay', 'dimmer']), objections: [] }],
  properties: [],
  confirmations: [],
  series: [
    seriesOf('base', undefined, { rfc: undefined, option: undefined }),
    seriesOf('relay', 'base', changes),
    seriesOf('dimmer', 'base'),
  ],
  patches: patches ?? [],
});

const dark = 'Contract: lamp.dark';
const signed = 'Signed-off-by: A <a@example.org>';
const code = '\nCode: lib/lamp.c lamp_set()';

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
  'trace/series-not-named-back': {
    wrong: lamps(code, [
      ...patchIn('relay', dark),
      ...patchIn('dimmer', `Contract: lamp.dark`, 'int lamp_dim(int on)'),
    ]),
    right: lamps(code, [...patchIn('relay', dark), ...patchIn('dimmer', dark)]),
    finding: {
      place: { file: 'rfc/0001.md', line: 5 },
      related: [{ place: { file: 'patches/dimmer/series.json' } }],
    },
  },
  'trace/not-promised': {
    wrong: lamps('\nOption: relay', [...patchIn('dimmer', dark)]),
    right: lamps('\nOption: relay', [...patchIn('relay', dark), ...patchIn('base', dark)]),
    finding: { place: { file: 'patches/dimmer/0001.patch', line: 5, column: 11 } },
  },
  'trace/names-nothing': {
    wrong: lamps('', patchIn('relay', signed)),
    right: lamps('', [
      ...patchIn('base', signed),
      ...patchIn('relay', dark),
      ...patchIn('dimmer', signed, 'The call lamp_set(lamp) says', 'Documentation/lamp.rst'),
    ]),
    finding: { severity: 'warning', place: { file: 'patches/relay/0001.patch', line: 1 } },
  },
  'trace/unknown-rfc': {
    wrong: lamps('', [], { rfc: placed(2, 5) }),
    right: lamps('', []),
    finding: { place: { file: 'patches/relay/series.json', line: 5 } },
  },
  'trace/unknown-option': {
    wrong: lamps('', [], { option: placed('relais', 6) }),
    right: lamps('', []),
    finding: { place: { file: 'patches/relay/series.json', line: 6 }, hint: 'Did you mean relay?' },
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

  test('is none where the series below names the clause', () => {
    expect(traceFindings(lamps(code, patchIn('base', dark)))).toEqual([]);
  });

  test('of a Code that only the series of another option changes', () => {
    const [finding, ...others] = traceFindings(lamps(`\nOption: relay${code}`, patchIn('dimmer', signed)));
    expect(finding).toMatchObject({
      code: 'trace/names-nothing',
    });
    expect(others).toMatchObject([
      { code: 'trace/unknown-code', related: [{ place: { file: 'patches/dimmer/0001.patch', line: 9 } }] },
    ]);
  });

  test('of a Code that the series of another option names back', () => {
    const patches = [...patchIn('dimmer', dark), ...patchIn('relay', signed)];
    expect(traceFindings(lamps(`\nOption: relay${code}`, patches)).map((one) => one.code)).toEqual([
      'trace/not-promised',
      'trace/names-nothing',
      'trace/code-not-named-back',
    ]);
  });

  test('of a series that has the function from the one below, and does not name the clause', () => {
    const patches = [...patchIn('base', signed), ...patchIn('dimmer', dark)];
    expect(traceFindings(lamps(code, patches))).toMatchObject([
      {
        code: 'trace/series-not-named-back',
        message: expect.stringContaining('series relay'),
      },
    ]);
  });

  test('is none between series that stand on each other', () => {
    const input = lamps(code, patchIn('relay', dark));
    const series = [seriesOf('relay', 'dimmer'), seriesOf('dimmer', 'relay')];
    expect(traceFindings({ ...input, series })).toEqual([]);
  });

  test('is none of a clause whose options have no series yet', () => {
    expect(traceFindings(lamps(`\nOption: arc${code}`, patchIn('base', signed)))).toEqual([]);
    expect(
      traceFindings({ ...lamps(`\nOption: arc${code}`, patchIn('base', signed)), series: [] }),
    ).toMatchObject([{ code: 'trace/code-not-named-back' }]);
  });

  test('is none where there is nothing to compare with', () => {
    expect(traceFindings(inputOf({}, '\nCode: lib/none.c\nTest: test/none'))).toEqual([]);
  });
});
