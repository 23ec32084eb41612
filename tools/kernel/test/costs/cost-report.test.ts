import { expect, test } from 'vitest';
import { type Cost, type CostReport, parseCostReport } from '../../src/costs/cost-report.js';
import { costsSchemaText } from '../../src/costs/costs-schema.js';

const row = { option: 'relay', metric: 'fences', value: 1, baseline: 0 } as const;

function reportOf(rows: readonly Partial<Cost>[]): CostReport {
  const texts = { machine: 'none', kernel: '0', config: 'none' };
  return {
    format: 'quiesce-costs',
    version: 1,
    ...texts,
    rows: rows.map((one) => ({ ...row, ...one })),
  };
}

const setting = { cpus: 2, engine: 'shared', audit: true, clock: 'emulated' } as const;

test('a report comes back as it was written', () => {
  const environment = {
    host: { cpu: 'a processor', cores: 2, kernel: '6.1.0' },
    emulator: 'QEMU 7.2',
    compiler: 'gcc 12',
    base: { package: 'linux', version: '1', tree: 'f00d' },
    config: { name: 'plain', sha256: 'cafe' },
    series: [{ id: 'relay', option: 'relay', version: 1, commit: 'beef' }],
  };
  const rows = [{}, { setting, callback: 'sync', spread: 0.5, share: 0.99 }, { metric: 'bytes' }] as const;
  const report = { ...reportOf(rows), environment };
  expect(parseCostReport(JSON.stringify(report))).toEqual({ ok: true, costs: report });
});

/** What scripts rely on: a change of this file is a change for them, and may need a new version. */
test('the JSON Schema is the one in the repository', async () => {
  await expect(costsSchemaText()).toMatchFileSnapshot('../../schema/costs.v1.json');
});

test.each([
  ['{', 'it is no JSON'],
  ['{}', 'format is wrong'],
  [JSON.stringify(reportOf([{ value: -1 }])), 'rows.0.value is wrong'],
  [JSON.stringify(reportOf([{ share: 1.5 }])), 'rows.0.share is wrong'],
  [JSON.stringify({ ...reportOf([]), extra: 1 }), 'its top is wrong'],
  [JSON.stringify({ ...reportOf([]), environment: {} }), 'environment.host is wrong'],
])('%j is no report', (text, reason) => {
  const read = parseCostReport(text);
  expect(read.ok ? '' : read.reason).toContain(reason);
});
