import { describe, expect, test } from 'vitest';
import { type Environment, idleAudit, makeReport } from '../../src/bench/make-report.js';
import { type Cost, parseCostReport } from '../../src/costs/cost-report.js';

const environment: Environment = {
  host: { cpu: 'a processor', cores: 2, kernel: '6.1.0' },
  emulator: 'QEMU 7.2',
  compiler: 'gcc 12',
  base: { package: 'linux-source', version: '6.1-1', tree: 'f00d' },
  config: { name: 'plain', sha256: 'cafe' },
  series: [],
};

const setting = { cpus: 1, engine: 'private', audit: false } as const;
const row: Cost = { option: 'relay', metric: 'instructions', setting, value: 250, baseline: 200 };
const audited: Cost = { ...row, setting: { ...setting, audit: true }, value: 350, baseline: 300 };

const call = { audit: false, instructions: 199, locked: 0, barriers: 0, fences: 0 };

test('a report is one that can be read, in the order of its metrics', () => {
  const report = makeReport([{ ...row, metric: 'bytes' }, row], [call], environment);
  expect(parseCostReport(JSON.stringify(report))).toEqual({ ok: true, costs: report });
  expect(report.rows.map(({ metric }) => metric)).toEqual(['instructions', 'bytes']);
  expect(report).toMatchObject({
    machine: 'a processor, 2 cores, Linux 6.1.0; QEMU 7.2',
    kernel: 'Linux 6.1-1 of linux-source',
    config: 'configuration plain',
  });
});

describe('audit', () => {
  test('was at work where a call costs more with it', () => {
    expect(idleAudit([row, audited])).toBeUndefined();
    expect(idleAudit([row])).toBeUndefined();
  });

  test('was not where it costs the same', () => {
    expect(idleAudit([row, { ...audited, baseline: 200 }])).toBe(
      'An untraced call of relay costs 200 instructions with audit and 200 without',
    );
  });

  test('is compared within an option and a setting', () => {
    expect(
      idleAudit([
        { ...row, baseline: 400 },
        { ...audited, option: 'other' },
      ]),
    ).toBeUndefined();
    expect(idleAudit([{ ...row, baseline: 400, setting: { ...setting, cpus: 2 } }, audited])).toBeUndefined();
  });
});
