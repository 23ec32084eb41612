import { expect, test } from 'vitest';
import { makeReport } from '../../src/bench/make-report.js';
import { mergeReport } from '../../src/bench/merge-report.js';
import type { Cost } from '../../src/costs/cost-report.js';

const series = (rfc: number) => ({ id: `relay-${rfc}`, option: 'relay', rfc, version: 1, commit: 'beef' });
const environment = (rfc: number, emulator = 'QEMU 7.2') => ({
  host: { cpu: 'a processor', cores: 2, kernel: '6.1.0' },
  emulator,
  compiler: 'gcc 12',
  base: { package: 'linux-source', version: '6.1-1', tree: 'f00d' },
  config: { name: 'plain', sha256: 'cafe' },
  series: [series(rfc)],
});
const row = (rfc: number, value: number): Cost => ({
  option: 'relay',
  rfc,
  metric: 'bytes',
  value,
  baseline: 0,
});
const call = (rfc: number) => ({ rfc, audit: false, instructions: 200, locked: 0, barriers: 0, fences: 0 });
const report = (rfc: number, value: number, emulator?: string) =>
  makeReport([row(rfc, value)], [call(rfc)], environment(rfc, emulator));

test('what an earlier report says of another RFC stays', () => {
  const merged = mergeReport(report(2, 50), report(1, 60), 1);
  expect(merged).toEqual({
    ok: true,
    report: {
      ...report(1, 60),
      environment: { ...environment(1), series: [series(1), series(2)] },
      rows: [row(1, 60), row(2, 50)],
      untouched: [call(1), call(2)],
    },
  });
});

test('what it says of the same RFC goes', () => {
  expect(mergeReport(report(1, 50, 'QEMU 8'), report(1, 60), 1)).toEqual({ ok: true, report: report(1, 60) });
});

test('another machine cannot stand beside it', () => {
  expect(mergeReport(report(2, 50, 'QEMU 8'), report(1, 60), 1)).toEqual({ ok: false, what: 'emulator' });
});
