import { describe, expect, test } from 'vitest';
import type { Cost, CostReport, CostSetting } from '../../../src/costs/cost-report.js';
import { parsePublished } from '../../../src/costs/published.js';
import { costSection, publishedSection } from '../../../src/costs/section/cost-section.js';

const plain: CostSetting = { cpus: 1, engine: 'private', audit: false };
const audited: CostSetting = { ...plain, audit: true };
const crowded: CostSetting = { cpus: 2, engine: 'shared', audit: false };

function counts(
  option: string,
  setting: CostSetting,
  [instructions, locked, barriers]: readonly [number, number, number],
  callback?: string,
): readonly Cost[] {
  const of = { option, ...(callback === undefined ? {} : { callback }), setting };
  const before = setting.audit ? 320 : 209;
  return [
    { ...of, metric: 'instructions', value: before + instructions, baseline: before },
    { ...of, metric: 'locked', value: locked, baseline: 0 },
    { ...of, metric: 'barriers', value: barriers, baseline: 0 },
  ];
}

function timed(option: string, setting: CostSetting, value: number, spread: number): readonly Cost[] {
  return [
    { option, metric: 'ns-ratio', setting: { ...setting, clock: 'emulated' }, value, spread, baseline: 1 },
    {
      option,
      metric: 'fast-path',
      setting: { ...setting, clock: 'native' },
      value: 2 * value,
      spread,
      baseline: 1,
    },
  ];
}

function bytes(option: string, engine: number, perCpu: number): readonly Cost[] {
  const of = { option, baseline: 0 };
  return [
    { ...of, metric: 'bytes-per-task', value: 120 },
    { ...of, metric: 'bytes', value: engine },
    { ...of, metric: 'bytes-per-cpu', value: perCpu },
    { ...of, metric: 'bytes-shared', value: 0 },
  ];
}

const report: CostReport = {
  format: 'quiesce-costs',
  version: 1,
  machine:
    'Some Processor 3000 with a name that is rather long, 2 cores, Linux 6.1.0-40-amd64; QEMU emulator version 7.2.22',
  kernel: '6.1.192',
  config: 'plain',
  rows: [
    ...counts('unsynchronised', plain, [46, 0, 0]),
    ...counts('unsynchronised', plain, [50, 2, 0], 'sync'),
    ...counts('unsynchronised', audited, [46, 0, 0]),
    ...counts('unsynchronised', audited, [50, 2, 0], 'sync'),
    ...counts('unsynchronised', crowded, [46, 0, 0]),
    ...counts('unsynchronised', crowded, [50, 2, 0], 'sync'),
    ...counts('record', plain, [50.5, 2, 2]),
    ...counts('record', audited, [50.5, 2, 2]),
    ...counts('record', crowded, [51, 2, 2]),
    ...counts('elsewhere', plain, [999, 9, 9]),
    ...timed('unsynchronised', plain, 1.25, 0.04),
    ...timed('unsynchronised', crowded, 1.5, 0.02),
    ...timed('record', plain, 1.3, 0.01),
    ...bytes('record', 96, 0),
    ...bytes('unsynchronised', 88, 16),
  ],
};

const read = parsePublished(
  JSON.stringify({
    format: 'quiesce-published',
    version: 1,
    source: 'A mail.',
    unit: 'not named',
    sets: [{ id: 'old', title: 'an old machine', rows: { none: 1.5, nop: 3, sync: 4 }, figures: {} }],
    reference: 'none',
    labels: { none: 'no trace', nop: 'utrace-nop', sync: 'utrace-sync', 'audit-nop': 'audit, utrace-nop' },
    baselines: [
      { id: 'plain', title: 'over no trace', figures: { over: 'nop - none', more: 'sync - none' } },
      { id: 'audit', title: 'audit', figures: { over: 'audit-nop', more: 'audit-sync' } },
    ],
    derived: [
      { title: 'sync - nop', value: 'sync - nop' },
      { title: 'overhead of sync / of nop', ratio: ['more', 'over'] },
    ],
    statements: [
      {
        id: 'more',
        text: 'sync costs more.',
        ratio: ['more', 'over'],
        bands: [{ below: 1, holds: false }, { below: 1.5, holds: true, as: 'but little' }, { holds: true }],
      },
      {
        id: 'doubles',
        text: 'sync doubles it.',
        ratio: ['more', 'over'],
        bands: [{ below: 2, holds: false }, { holds: true }],
      },
    ],
    measured: {
      none: { option: 'unsynchronised', audit: false, untraced: true },
      nop: { option: 'unsynchronised', audit: false },
      sync: { option: 'unsynchronised', callback: 'sync', audit: false },
    },
  }),
);
if (!read.ok) throw new Error(read.reason);
const { published } = read;

const rfc = { number: 1, options: ['record', 'unsynchronised', 'counted'] };

const lines = (costs = report): readonly string[] => [
  ...costSection(costs, rfc),
  '',
  ...publishedSection(costs, published, rfc),
];

describe('what an RFC says of costs', () => {
  test('looks like this', async () => {
    await expect(`${lines().join('\n')}\n`).toMatchFileSnapshot('cost-section.txt');
  });

  test('fits a mail', () => {
    expect(lines().filter((line) => line.length > 72 || line !== line.trimEnd())).toEqual([]);
  });

  test('says nothing of rows of other options, nor of those of another RFC', () => {
    const rows = counts('record', plain, [555, 5, 5]).map((row) => ({ ...row, rfc: 2 }));
    const text = lines({ ...report, rows: [...rows, ...report.rows] }).join('\n');
    expect(text).not.toMatch(/555|764|999|elsewhere/);
    expect(costSection({ ...report, rows }, { ...rfc, number: 2 }).join('\n')).toMatch(/ 764 +555 +5 +5$/m);
  });

  test('says what the call costs on the tree without patches, for the same interface', () => {
    const none = { locked: 0, barriers: 0, fences: 0 };
    const untouched = [
      { rfc: 1, audit: false, instructions: 201, ...none },
      { rfc: 1, audit: true, instructions: 311, ...none },
      { rfc: 2, audit: false, instructions: 777, ...none },
    ];
    expect(lines({ ...report, untouched }).join(' ')).toContain(
      'without patches the call takes 201 with audit off and 311 with audit on.',
    );
    expect(lines({ ...report, untouched }).join(' ')).not.toContain('777');
  });

  test('says that counts are not exact where they are not', () => {
    const rows = counts('record', plain, [50, 2, 2]).map((row) => ({ ...row, spread: 1.5, share: 0.958 }));
    const text = costSection({ ...report, rows }, rfc).join(' ');
    expect(text).toContain('The counts of two runs differ by 3 at most. At least 95 % of all calls');
  });

  test('says what no option adds, instead of a column of zeros', () => {
    const none = { option: 'record', metric: 'fences', setting: plain, value: 0, baseline: 0 } as const;
    const text = lines({ ...report, rows: [...report.rows, none] }).join('\n');
    expect(text).toContain('No option adds an mfence, lfence or sfence.');
    expect(text).not.toMatch(/ fences$/m);
  });

  test('says that none was measured', () => {
    expect(costSection(report, { number: 1, options: ['srcu'] })).toEqual([
      'No option of this RFC was measured.',
    ]);
  });

  test('has a place for what a set has no figure of', () => {
    const text = lines({ ...report, rows: report.rows.slice(0, 6) });
    expect(text.join('\n')).toMatch(/^ {4}audit, utrace-nop +- +-$/m);
  });
});
