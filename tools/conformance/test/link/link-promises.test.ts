import { describe, expect, test } from 'vitest';
import { conformanceProblems, linkPromises, secondClauses, secondNumbers } from '../../src/index.js';
import { clauseOf, documentOf, modelOf, propertyOf, somewhere } from '../samples.js';

const dark = `Clause: lamp.off-means-dark
Option: relay
Then: the lamp MUST NOT shine
Why: safety
Model: lamp/dark`;
const soft = `Clause: lamp.soft-start
Then: it MAY flicker
Why: price
Model: lamp/soft`;

const properties = [
  propertyOf('lamp/dark', 'lamp.off-means-dark'),
  propertyOf('lamp/soft', 'lamp.soft-start', 'sometimes'),
];
const options = ['relay', 'dimmer'];
const mutant = {
  id: 'M1',
  title: 'stuck',
  source: 'seen',
  of: 'relay',
  caughtBy: 'lamp/dark',
  memory: null,
  scenario: { id: 'night', title: 'night', sizes: {}, memory: null },
};
const blockAt = (line: number) => expect.objectContaining({ file: 'rfc/0001.md', line });

test('what agrees gives no finding, and is joined', () => {
  const document = documentOf([clauseOf(dark), clauseOf(soft)], options);
  const model = modelOf({ properties, mutants: [mutant] });
  const { clauses, diagnostics } = linkPromises([document], model, 'model.ts');
  expect(diagnostics).toEqual([]);
  expect(clauses).toEqual([
    expect.objectContaining({ promisedBy: ['relay'], properties: [properties[0]], unexplored: [] }),
    expect.objectContaining({ promisedBy: options, properties: [properties[1]], unexplored: [] }),
  ]);
});

test('a link to a memory model that is not explored is no error, and is not joined', () => {
  const clause = clauseOf(`${dark} @lkmm`);
  const { clauses, diagnostics } = linkPromises(
    [documentOf([clause], options)],
    modelOf({ properties: [properties[0]!] }),
    'model.ts',
  );
  expect(diagnostics).toEqual([]);
  expect(clauses[0]?.properties).toEqual([]);
  expect(clauses[0]?.unexplored).toEqual([
    { link: 'lamp/dark @lkmm', reason: expect.stringContaining('needs the memory model lkmm') },
  ]);
});

/** Each disagreement alone, with the finding that it must give. */
const samples: Readonly<
  Record<string, { readonly of: Parameters<typeof linkPromises>; readonly finding: object }>
> = {
  'link/unknown-property': {
    of: [
      [documentOf([clauseOf(dark.replace('lamp/dark', 'lamp/drak'))], options)],
      modelOf({ properties: [propertyOf('lamp/dark', 'lamp.off-means-dark')] }),
      'model.ts',
    ],
    finding: { place: blockAt(5), hint: 'Did you mean lamp/dark?' },
  },
  'link/unknown-memory-model': {
    of: [
      [documentOf([clauseOf(`${dark} @lkm`)], options)],
      modelOf({ properties: [properties[0]!] }),
      'model.ts',
    ],
    finding: { place: blockAt(5), hint: 'Did you mean lkmm?' },
  },
  'link/unknown-clause': {
    of: [
      [documentOf([clauseOf(dark)], options)],
      modelOf({ properties: [properties[0]!, propertyOf('lamp/late', 'lamp.of-means-dark')] }),
      'model.ts',
    ],
    finding: { place: somewhere, hint: 'Did you mean lamp.off-means-dark?' },
  },
  'link/other-clause': {
    of: [
      [documentOf([clauseOf(dark)], options)],
      modelOf({ properties: [propertyOf('lamp/dark', 'lamp.other')] }),
      'model.ts',
    ],
    finding: { place: blockAt(5), related: [expect.objectContaining({ place: somewhere })] },
  },
  'link/not-named-back': {
    of: [
      [documentOf([clauseOf(dark)], options)],
      modelOf({ properties: [properties[0]!, propertyOf('lamp/late', 'lamp.off-means-dark')] }),
      'model.ts',
    ],
    finding: { place: somewhere, related: [expect.objectContaining({ place: blockAt(1) })] },
  },
  'link/wrong-kind': {
    of: [
      [documentOf([clauseOf(soft)], options)],
      modelOf({ properties: [propertyOf('lamp/soft', 'lamp.soft-start', 'always')] }),
      'model.ts',
    ],
    finding: { place: blockAt(4), message: expect.stringContaining("expected kind 'sometimes'") },
  },
  'link/never-asked': {
    of: [
      [documentOf([clauseOf(`${dark} @tso`)], options)],
      modelOf({
        properties: [{ ...properties[0]!, scenarios: ['night'] }],
        scenarios: [mutant.scenario, { ...mutant.scenario, id: 'day', memory: ['tso'] }],
      }),
      'model.ts',
    ],
    finding: {
      place: blockAt(5),
      message: expect.stringContaining('it is asked in night'),
      related: [expect.objectContaining({ place: somewhere })],
    },
  },
  'link/unknown-option': {
    of: [[documentOf([], ['relay', 'dimer', 'dimmer'])], modelOf({}), 'model.ts'],
    finding: { place: { file: 'rfc/0001.md', line: 5, column: 19 }, hint: 'Did you mean dimmer?' },
  },
  'link/undeclared-option': {
    of: [[documentOf([], ['relay'])], modelOf({}), 'src/model.ts'],
    finding: {
      place: { file: 'src/model.ts', line: 1, column: 1 },
      related: [{ place: { file: 'rfc/0001.md', line: 5, column: 11 }, message: expect.any(String) }],
    },
  },
  'link/second-clause': {
    of: [
      [
        documentOf([clauseOf(dark)], options),
        documentOf([clauseOf(dark, 'rfc/0002.md')], options, { file: 'rfc/0002.md', number: 2 }),
      ],
      modelOf({ properties: [properties[0]!] }),
      'model.ts',
    ],
    finding: {
      place: expect.objectContaining({ file: 'rfc/0002.md' }),
      related: [expect.objectContaining({ place: blockAt(1) })],
    },
  },
  'link/second-number': {
    of: [
      [
        documentOf([clauseOf(dark)], options),
        documentOf([], options, { file: 'rfc/0002.md', number: 1, status: 'withdrawn' }),
      ],
      modelOf({ properties: [properties[0]!] }),
      'model.ts',
    ],
    finding: {
      place: expect.objectContaining({ file: 'rfc/0002.md' }),
      related: [expect.objectContaining({ place: expect.objectContaining({ file: 'rfc/0001.md' }) })],
    },
  },
  'link/mutant-option': {
    of: [
      [documentOf([clauseOf(dark)], options)],
      modelOf({ properties: [properties[0]!], mutants: [{ ...mutant, of: 'relais' }] }),
      'model.ts',
    ],
    finding: { message: expect.stringContaining('"relais" of mutant M1'), hint: 'Did you mean relay?' },
  },
  'link/mutant-property': {
    of: [
      [documentOf([clauseOf(dark)], options)],
      modelOf({ properties: [properties[0]!], mutants: [{ ...mutant, caughtBy: 'lamp/dusk' }] }),
      'model.ts',
    ],
    finding: { message: expect.stringContaining('"lamp/dusk" of mutant M1') },
  },
};

describe('each disagreement is one finding', () => {
  test.each(Object.entries(samples))('%s', (code, { of, finding }) => {
    const diagnostics = [
      ...linkPromises(...of).diagnostics,
      ...secondClauses(of[0]),
      ...secondNumbers(of[0]),
    ];
    expect(diagnostics).toEqual([expect.objectContaining({ code, ...finding })]);
  });

  test('every code has its sample', () => {
    const codes = Object.keys(conformanceProblems).filter((code) => code.startsWith('link/'));
    expect(Object.keys(samples).sort()).toEqual(codes.sort());
  });
});

test('a superseded RFC may have clauses in common with its successor', () => {
  const old = documentOf([clauseOf(dark, 'rfc/0002.md')], options, {
    file: 'rfc/0002.md',
    status: 'superseded',
  });
  expect(secondClauses([documentOf([clauseOf(dark)], options), old])).toEqual([]);
});

test('of two RFCs with one number, the finding stands in the one that was asked about', () => {
  const one = documentOf([], options);
  const other = documentOf([], options, { file: 'rfc/0002.md', number: 1 });
  const filesOf = (asked: readonly string[]) =>
    secondNumbers([one, other], asked).map(({ place }) => place.file);
  expect(filesOf(['rfc/0001.md'])).toEqual(['rfc/0001.md']);
  expect(filesOf(['rfc/0001.md', 'rfc/0002.md'])).toEqual(['rfc/0002.md']);
  expect(filesOf([])).toEqual([]);
});
