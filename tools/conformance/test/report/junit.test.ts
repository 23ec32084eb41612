import { describe, expect, test } from 'vitest';
import { type CheckReport, junitXml, projectReport } from '../../src/index.js';
import { cleanReport, sampleReport } from './sample-report.js';

const xmlOf = (...checks: readonly CheckReport[]): string => junitXml(projectReport(checks));

describe('the report as JUnit XML', () => {
  test('looks like this', async () => {
    await expect(xmlOf(sampleReport())).toMatchFileSnapshot('snapshots/junit.xml');
  });

  test('closes what it opens', () => {
    const open: string[] = [];
    for (const [, close, name, self] of xmlOf(sampleReport()).matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
      if (close === '/') expect(open.pop()).toBe(name);
      else if (self !== '/') open.push(name!);
    }
    expect(open).toEqual([]);
  });

  test('counts its cases', () => {
    const xml = xmlOf(sampleReport());
    const count = (pattern: RegExp) => xml.match(pattern)?.length ?? 0;
    const [, tests, failures, errors, skipped] =
      /<testsuites name="quiesce check" tests="(\d+)" failures="(\d+)" errors="(\d+)" skipped="(\d+)">/
        .exec(xml)
        ?.map(Number) ?? [];
    expect([tests, failures, errors, skipped]).toEqual([
      count(/<testcase /g),
      count(/<failure /g),
      count(/<error /g),
      count(/<skipped /g),
    ]);
    expect(failures).toBeGreaterThan(0);
  });

  test('has no failure where all is well', () => {
    expect(xmlOf(cleanReport())).toContain('failures="0" errors="0"');
  });

  test('passes what is kept, and nothing else', () => {
    const { clauses, summary } = sampleReport();
    const passed = [...xmlOf(sampleReport()).matchAll(/<testcase classname="(relay|dimmer)" [^>]*\/>/g)];
    expect(clauses.length).toBeGreaterThan(0);
    expect(passed).toHaveLength(summary.kept);
  });

  test('says that it is a part', () => {
    const report = { ...cleanReport(), whole: false, selection: ['scenario night', 'shard 1/2'] };
    expect(xmlOf(report)).toContain('<testsuites name="quiesce check, a part: scenario night, shard 1/2"');
    expect(xmlOf(cleanReport())).toContain('<testsuites name="quiesce check" ');
  });

  test('has a failure for a clause that nothing breaks', () => {
    expect(xmlOf(cleanReport('applies'))).toContain('<failure message="nothing can break this clause"/>');
  });

  test('has the errors of patches and tests as a suite of their own', () => {
    const place = { file: 'patches/a.patch', line: 3, column: 1 };
    const wrong = {
      code: 'trace/unknown-clause',
      severity: 'error',
      place,
      message: 'what?',
      related: [],
    } as const;
    const links = {
      series: [],
      coverage: [],
      diagnostics: [wrong, { ...wrong, severity: 'warning' } as const],
    };
    const xml = junitXml(projectReport([cleanReport()], links));
    expect(xml).toContain('<testsuite name="links" tests="1" failures="0" errors="1" skipped="0">');
    expect(xml).toContain('name="patches/a.patch:3:1 trace/unknown-clause"');
  });

  test('tells two models apart by their RFCs', () => {
    const xml = xmlOf(sampleReport(), cleanReport());
    const suites = [...xml.matchAll(/<testsuite name="([^"]*)"/g)].map(([, name]) => name);
    expect(suites).toContain('RFC 1, relay');
    expect(suites.every((name) => name?.startsWith('RFC 1, '))).toBe(true);
  });

  test('writes what XML can hold, and leaves out what it cannot', () => {
    const report = sampleReport();
    const [first] = report.modelErrors;
    const message = 'a < b && "c" > \u0007\ud800\ufffe d';
    const xml = xmlOf({ ...report, modelErrors: [{ ...first!, message }] });
    expect(xml).toContain('message="a &lt; b &amp;&amp; &quot;c&quot; &gt;  d"');
  });
});
