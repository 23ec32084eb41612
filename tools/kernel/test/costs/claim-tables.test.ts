import { expect, test } from 'vitest';
import { claimTables } from '../../src/costs/claim-tables.js';
import type { Published } from '../../src/costs/published.js';
import { tableText } from '../../src/costs/table.js';

const published: Published = {
  format: 'quiesce-published',
  version: 1,
  source: 'made up',
  unit: 'seconds',
  sets: [{ id: 'theirs', title: 'theirs', rows: { none: 1.5, some: 3, most: 6 }, figures: {} }],
  reference: 'none',
  labels: { none: 'no trace', some: 'some', most: 'most' },
  baselines: [
    { id: 'over', title: 'over no trace', figures: { some: 'some - none', most: 'most - none' } },
    { id: 'whole', title: 'whole', figures: {} },
  ],
  derived: [
    { title: 'most - some', value: 'most - some' },
    { title: 'most / some', ratio: ['most', 'some'] },
  ],
  statements: [
    {
      id: 'triples',
      text: 'It triples.',
      ratio: ['most', 'some'],
      bands: [{ below: 2.9, holds: false }, { holds: true }],
    },
    {
      id: 'little',
      text: 'It is little.',
      ratio: ['some', 'most'],
      bands: [{ holds: true, as: 'just' }],
      baselines: ['over'],
    },
    { id: 'both', text: 'Both.', all: ['triples', 'little'], baselines: ['over'] },
  ],
  measured: {},
};

test('what was measured stands beside what was published, and is asked the same', () => {
  const measured = [{ id: 'ours', title: 'ours', rows: { none: 200, some: 210 }, figures: {} }];
  expect(claimTables(published, measured).map(tableText).join('\n')).toBe(
    `Published figures (unit: seconds) beside the measured ones, each with its ratio to "no trace"

            theirs  ratio  ours  ratio
  no trace   1.500   1.00   200   1.00
  some           3   2.00   210   1.05
  most           6   4.00     -      -

Worked out from them, under each choice of baseline

                              theirs  ours
  over no trace: most - some       3     -
  over no trace: most / some  ×3.000     -
  whole: most - some               3     -
  whole: most / some          ×2.000     -

What was said of them, under each choice of baseline

                                              theirs  ours
  It triples. (over no trace)            ×3.00 holds     -
  It triples. (whole)            ×2.00 does not hold     -
  It is little. (over no trace)   ×0.33 holds (just)     -
  Both. (over no trace)                        holds     -
`,
  );
});
