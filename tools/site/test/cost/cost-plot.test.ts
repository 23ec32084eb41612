import type { Cost, CostReport } from '@quiesce/kernel';
import { describe, expect, test } from 'vitest';
import { costPlot } from '../../src/cost/cost-plot.js';
import { numberText } from '../../src/cost/cost-table.js';
import { htmlText } from '../../src/html.js';
import { parsedPage, textOf } from '../parsed-page.js';

/** Nobody measured these. */
function reportOf(rows: readonly Partial<Cost>[]): CostReport {
  const row = { option: 'relay', metric: 'fences', value: 1, baseline: 0 } as const;
  const setting = { cpus: 1, engine: 'private', audit: false } as const;
  return {
    format: 'quiesce-costs',
    version: 1,
    machine: 'a <made up> machine',
    kernel: '0',
    config: 'none',
    rows: rows.map((one) => ({ ...row, setting, ...one })),
  };
}

function shown(costs: CostReport | null) {
  const { tree, elements, errors } = parsedPage(htmlText(costPlot(costs)), true);
  expect(errors).toEqual([]);
  const bars = elements.filter(({ properties }) => String(properties['className']) === 'bar');
  return { text: textOf(tree), elements, widths: bars.map(({ properties }) => Number(properties['width'])) };
}

describe('a cost plot', () => {
  test('says that nothing was measured', () => {
    expect(shown(null).text).toContain('Nothing was measured yet');
    expect(shown(reportOf([])).text).toContain('The report has no measurements.');
  });

  test('draws bars as long as the values are to each other, the fewest first', () => {
    const values = [8, 2, 4].map((value, index) => ({ value, option: `o${index}` }));
    const { widths, elements } = shown(reportOf(values));
    expect(widths[1]! / widths[0]!).toBeCloseTo(2, 1);
    expect(widths[2]! / widths[0]!).toBeCloseTo(4, 1);
    const rows = elements.filter(({ properties }) => properties['scope'] === 'row');
    expect(rows.map(textOf)).toEqual(['o1', 'o2', 'o0']);
  });

  test('keeps metrics and settings apart', () => {
    const shared = { cpus: 4, engine: 'shared', audit: true } as const;
    const { elements } = shown(reportOf([{}, { setting: shared }, { metric: 'bytes' }]));
    const captions = elements.filter(({ tagName }) => tagName === 'figcaption').map(textOf);
    expect(captions).toHaveLength(3);
    expect(captions[0]).toContain('1 processor, private engine, audit off: fences');
    expect(captions[1]).toContain('4 processors, shared engine, audit on: fences');
    expect(captions[2]).toContain('bytes per engine');
  });

  test('tells what depends on no setting, what a time was taken on, and what a callback did', () => {
    const timed = { cpus: 1, engine: 'private', audit: false, clock: 'emulated' } as const;
    const { setting: _, ...bare } = reportOf([{ metric: 'bytes' }]).rows[0]!;
    const rows = [bare, { ...bare, metric: 'ns-ratio', setting: timed, callback: 'sync' }] as const;
    const { elements } = shown({ ...reportOf([]), rows });
    const captions = elements.filter(({ tagName }) => tagName === 'figcaption').map(textOf);
    expect(captions[0]).toContain('audit off, emulated (TCG): times the time');
    expect(captions[1]).toBe('bytes per engine, the fewest first');
    const names = elements.filter(({ properties }) => properties['scope'] === 'row').map(textOf);
    expect(names).toEqual(['relay, sync', 'relay']);
  });

  test('keeps options of different RFCs apart', () => {
    const { elements } = shown(reportOf([{ rfc: 1 }, { rfc: 2 }]));
    const captions = elements.filter(({ tagName }) => tagName === 'figcaption').map(textOf);
    expect(captions.map((caption) => caption.slice(0, 18))).toEqual([
      'RFC 1, 1 processor',
      'RFC 2, 1 processor',
    ]);
  });

  test('draws nothing of nothing, and escapes what it is given', () => {
    const { widths, text } = shown(reportOf([{ value: 0, option: '<i>x</i>' }]));
    expect(widths).toEqual([0]);
    expect(text).toContain('<i>x</i>');
    expect(text).toContain('a <made up> machine');
  });
});

test.each([
  [0, '0'],
  [1234.5, '1,235'],
  [1.23456, '1.23'],
  [99.96, '100'],
  [0.000123456, '0.000123'],
])('%d is written %s', (value, written) => {
  expect(numberText(value)).toBe(written);
});
