import { describe, expect, test } from 'vitest';
import { linkReport, projectReport, readPatches, renderLinks, type TracedSeries } from '../../src/index.js';
import { cleanReport } from '../report/sample-report.js';
import { clauseOf, documentOf, somewhere } from '../samples.js';

const series = (id: string, on: string | undefined, option: string | undefined): TracedSeries => ({
  id,
  folder: `patches/${id}`,
  on,
  rfc: { value: 1, place: somewhere },
  option: option === undefined ? undefined : { value: option, place: somewhere },
  place: somewhere,
});

const patches = [
  ...readPatches('patches/base/0001.patch', 'Subject: a\n\nContract: lamp.dark, lamp.soft\n---\n'),
  ...readPatches('patches/base/0002.patch', 'Subject: b\n\nContract: lamp.dark\n---\n'),
  ...readPatches('patches/loose.patch', 'Subject: c\n\nContract: lamp.late\n---\n'),
];

const input = {
  documents: [
    {
      ...documentOf(
        [clauseOf('Clause: lamp.dark\nThen: it MUST shine\nWhy: night')],
        ['relay', 'dimmer', 'arc'],
      ),
      objections: [],
    },
    { ...documentOf([], ['candle'], { number: 2 }), objections: [] },
  ],
  properties: [],
  confirmations: [],
  patches,
  series: [
    series('base', undefined, 'dimmer'),
    series('relay', 'base', 'relay'),
    series('wiring', 'base', undefined),
  ],
};

const finding = {
  code: 'trace/unknown-code',
  severity: 'error',
  place: somewhere,
  message: 'Unexpected Code',
} as const;

describe('what a check says of series', () => {
  test('counts patches and clauses of each, and tells the options without one', () => {
    expect(linkReport(input, [])).toEqual({
      series: [
        {
          id: 'base',
          folder: 'patches/base',
          on: null,
          rfc: 1,
          option: 'dimmer',
          patches: 2,
          clauses: ['lamp.dark', 'lamp.soft'],
        },
        {
          id: 'relay',
          folder: 'patches/relay',
          on: 'base',
          rfc: 1,
          option: 'relay',
          patches: 0,
          clauses: [],
        },
        {
          id: 'wiring',
          folder: 'patches/wiring',
          on: 'base',
          rfc: 1,
          option: null,
          patches: 0,
          clauses: [],
        },
      ],
      coverage: [{ rfc: 1, implemented: ['relay', 'dimmer'], missing: ['arc'] }],
      diagnostics: [],
    });
  });

  test('in words', () => {
    expect(renderLinks(linkReport(input, [finding, { ...finding, severity: 'warning' }]))).toBe(
      'Of 3 options of RFC 1, 2 have a patch series; these have none yet: arc.\n1 error in the links of patches and tests.\n',
    );
    expect(renderLinks(linkReport({ ...input, series: [] }, []))).toBe('');
  });

  test('counts among the findings of the check, if it is an error', () => {
    const clean = cleanReport();
    const { findings } = clean.summary;
    expect(projectReport([clean], linkReport(input, [finding])).summary.findings).toBe(findings + 1);
    const warning = { ...finding, severity: 'warning' } as const;
    expect(projectReport([clean], linkReport(input, [warning])).summary.findings).toBe(findings);
  });
});
