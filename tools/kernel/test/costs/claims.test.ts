import { describe, expect, test } from 'vitest';
import { judgeClaims } from '../../src/costs/claims.js';
import type { CostReport } from '../../src/costs/cost-report.js';
import { measuredSets } from '../../src/costs/measured-sets.js';
import { type Published, parsePublished } from '../../src/costs/published.js';

const published: Published = {
  format: 'quiesce-published',
  version: 1,
  source: 'made up',
  unit: 'none',
  sets: [{ id: 'one', title: 'one', rows: { none: 1, some: 3, most: 5 }, figures: { extra: 'most - some' } }],
  reference: 'none',
  labels: {},
  baselines: [
    { id: 'over', title: 'over', figures: { some: 'some - none', most: 'most - none' } },
    { id: 'whole', title: 'whole', figures: {} },
  ],
  derived: [],
  statements: [
    {
      id: 'double',
      text: 'It doubles.',
      ratio: ['most', 'some'],
      bands: [{ below: 2, holds: false }, { below: 3, holds: true, as: 'just' }, { holds: true }],
    },
    {
      id: 'extra',
      text: 'Much is extra.',
      ratio: ['extra', 'most'],
      bands: [{ below: 0.5, holds: false }, { holds: true }],
      baselines: ['over'],
    },
    { id: 'both', text: 'Both.', all: ['double', 'extra'] },
  ],
  measured: {
    none: { option: 'relay', rfc: 1, audit: false, untraced: true },
    some: { option: 'relay', rfc: 1, audit: false },
    most: { option: 'relay', callback: 'sync', audit: false },
  },
};

const shown = (claims: ReturnType<typeof judgeClaims>) =>
  claims.map(({ statement, baseline, ratio, holds, as }) => [statement.id, baseline.id, ratio, holds, as]);

describe('a sentence', () => {
  test('holds from its band on, under the baselines for which it has a meaning', () => {
    expect(shown(judgeClaims(published, published.sets))).toEqual([
      ['double', 'over', 2, true, 'just'],
      ['double', 'whole', 5 / 3, false, undefined],
      ['extra', 'over', 0.5, true, undefined],
      ['both', 'over', undefined, true, undefined],
      ['both', 'whole', undefined, false, undefined],
    ]);
  });

  test('is not judged where a figure is missing, or where there is nothing to be a multiple of', () => {
    const set = (rows: Readonly<Record<string, number>>) => [{ id: 's', title: 's', rows, figures: {} }];
    expect(judgeClaims(published, set({ none: 1, some: 3 }))).toEqual([]);
    expect(
      shown(judgeClaims(published, set({ none: 3, some: 3, most: 4 }))).map(([id, under]) => [id, under]),
    ).toEqual([['double', 'whole']]);
  });
});

test('measured rows get the names that published ones have', () => {
  const setting = { cpus: 1, engine: 'private', audit: false } as const;
  const row = { option: 'relay', setting, baseline: 200 } as const;
  const time = { ...row, metric: 'ns-ratio', baseline: 1, setting: { ...setting, clock: 'kvm' } } as const;
  const report: CostReport = {
    format: 'quiesce-costs',
    version: 1,
    machine: 'm',
    kernel: 'k',
    config: 'c',
    rows: [
      { ...row, metric: 'instructions', value: 251, rfc: 2 },
      { ...row, metric: 'instructions', value: 250, rfc: 1 },
      { ...row, metric: 'instructions', value: 253, callback: 'sync' },
      { ...row, metric: 'instructions', value: 999, setting: { ...setting, cpus: 2 } },
      { ...row, metric: 'instructions', value: 998, setting: { ...setting, audit: true } },
      { ...row, metric: 'bytes', value: 80 },
      { ...time, value: 1.5 },
    ],
  };
  expect(measuredSets(report, published).map(({ title, rows }) => [title, rows])).toEqual([
    ['instructions, measured', { none: 200, some: 250, most: 253 }],
    ['time, KVM, audit off', { none: 1, some: 1.5 }],
  ]);
});

test.each([
  ['{', 'it is no JSON'],
  [JSON.stringify({ ...published, version: 2 }), 'version is wrong'],
  [JSON.stringify({ ...published, sets: [] }), 'sets is wrong'],
  [
    JSON.stringify({ ...published, derived: [{ title: 't', value: 'a * b' }] }),
    'derived.0.value is wrong: expected names',
  ],
  [
    JSON.stringify({ ...published, statements: [{ id: 'x', text: 'x' }] }),
    'statements.0 is wrong: expected either',
  ],
  [
    JSON.stringify({ ...published, statements: [{ id: 'x', text: 'x', all: ['y', 'z'] }] }),
    'the statement x names y',
  ],
])('%j is refused', (text, reason) => {
  const read = parsePublished(text);
  expect(read.ok ? '' : read.reason).toContain(reason);
});
