import { describe, expect, test } from 'vitest';
import type { Cost, CostMetric, CostReport, CostSetting } from '../../src/costs/cost-report.js';
import { costTables } from '../../src/costs/cost-tables.js';
import { tableMarkdown, tableText } from '../../src/costs/table.js';

const reportOf = (rows: readonly Cost[]): CostReport => ({
  format: 'quiesce-costs',
  version: 1,
  machine: 'm',
  kernel: 'k',
  config: 'c',
  rows,
});

const alone = { cpus: 1, engine: 'private', audit: false } as const;

function counted(
  option: string,
  setting: CostSetting,
  values: readonly number[],
  baseline = 200,
): readonly Cost[] {
  const metrics: readonly CostMetric[] = ['instructions', 'locked', 'barriers', 'fences'];
  return metrics.map((metric, index) => ({
    option,
    metric,
    setting,
    value: values[index]!,
    baseline: index === 0 ? baseline : 0,
  }));
}

const textOf = (rows: readonly Cost[]): string => costTables(reportOf(rows)).map(tableText).join('\n');

describe('what was counted', () => {
  test('is one table where the setting makes no difference', () => {
    const settings: readonly CostSetting[] = [alone, { ...alone, cpus: 2 }, { ...alone, engine: 'shared' }];
    const rows = settings.flatMap((setting) => [
      ...counted('nop', setting, [246, 0, 0, 0]),
      ...counted('record', setting, [250, 2, 2, 0]),
    ]);
    expect(textOf(rows)).toBe(`Per traced call, exact; 1 or 2 processors, private or shared engine, audit off

            instructions  over no trace  locked  barriers  fences
  no trace           200                      0         0       0
  nop                246            +46       0         0       0
  record             250            +50       2         2       0
`);
  });

  test('is a table for each setting that makes a difference', () => {
    const rows = [
      ...counted('nop', alone, [246, 0, 0, 0]),
      ...counted('nop', { ...alone, audit: true }, [346, 1, 0, 0], 300),
    ];
    expect(costTables(reportOf(rows)).map(({ title }) => title)).toEqual([
      'Per traced call, exact; 1 processor, private engine, audit off',
      'Per traced call, exact; 1 processor, private engine, audit on',
    ]);
  });

  test('tells an untraced call of each option where they differ, and how far loops lie apart', () => {
    const [row, ...more] = counted('nop', alone, [246, 0, 0, 0]);
    const rows = [{ ...row!, spread: 0.5 }, ...more, ...counted('record', alone, [250, 2, 2, 0], 201)];
    expect(textOf(rows)).toContain(`
          instructions  over no trace  locked  barriers  fences  no trace
  nop        246 ± 0.5            +46       0         0       0       200
  record           250            +49       2         2       0       201
`);
  });
});

test('times stand beside each other by setting, one table a clock', () => {
  const time = (option: string, setting: CostSetting, value: number): Cost => ({
    option,
    metric: 'ns-ratio',
    setting,
    value,
    spread: 0.125,
    baseline: 1,
  });
  const emulated = { ...alone, clock: 'emulated' } as const;
  const rows = [
    time('nop', emulated, 1.5),
    time('nop', { ...emulated, audit: true, cpus: 2, engine: 'shared' }, 2),
    time('record', emulated, 1.25),
    time('nop', { ...alone, clock: 'kvm' }, 3),
  ];
  const [first, second] = costTables(reportOf(rows));
  expect(first!.title).toContain('; emulated (TCG): not what a processor would say');
  expect(first!.head).toEqual(['', '1 private, no audit', '2 shared, audit']);
  expect(first!.rows).toEqual([
    ['nop', '1.50 ± 0.13', '2.00 ± 0.13'],
    ['record', '1.25 ± 0.13', ''],
  ]);
  expect(second!.title).toContain('; under KVM');
});

test('sizes stand in one table, and a row of another RFC, or with a callback, says so', () => {
  const size = (metric: CostMetric, value: number): Cost => ({
    option: 'relay',
    rfc: 2,
    metric,
    value,
    baseline: 0,
  });
  const rows: readonly Cost[] = [
    { option: 'relay', rfc: 1, metric: 'bytes', value: 88, baseline: 0 },
    size('bytes-per-task', 72),
    size('bytes', 96),
    size('bytes-per-cpu', 8),
    size('bytes-shared', 0),
  ];
  expect(costTables(reportOf(rows)).map(tableMarkdown)).toEqual([
    `Memory in bytes:

|               | a task | an engine | an engine and processor | a processor |
| ------------- | ------ | --------- | ----------------------- | ----------- |
| relay (RFC 1) |        | 88        |                         |             |
| relay (RFC 2) | 72     | 96        | 8                       | 0           |
`,
  ]);
  const called = counted('relay', alone, [1, 0, 0, 0]).map((row) => ({ ...row, callback: 'sync' }));
  expect(textOf(called)).toContain('  relay, sync');
});

test('what the call costs without the patches stands beside', () => {
  const call = { audit: true, instructions: 199, locked: 1, barriers: 0, fences: 0 };
  const untouched = [call, { ...call, rfc: 2, audit: false }];
  expect(costTables({ ...reportOf([]), untouched }).map(tableText)).toEqual([
    `The same call on the tree without patches, exact

                          instructions  locked  barriers  fences
  audit on (RFC unknown)           199       1         0       0
  audit off (RFC 2)                199       1         0       0
`,
  ]);
});

test('nothing that was measured is no table', () => {
  expect(costTables(reportOf([]))).toEqual([]);
});
