import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSeries, type SeriesFolder, stackSeries } from '../src/index.js';
import { folderOf } from './series-folder.js';

function series(id: string, on?: string): SeriesFolder {
  const text = JSON.stringify({ format: 'quiesce-series', version: 1, id, series: 1, title: id, on });
  return folderOf(parseSeries(text, `${id}/series.json`), id);
}

test('what a series is on comes before it', () => {
  const { series: stacked, diagnostics } = stackSeries([
    series('b', 'a'),
    series('c', 'b'),
    series('a'),
    series('d', 'a'),
  ]);
  expect(diagnostics).toEqual([]);
  expect(stacked.map(({ stack }) => stack)).toEqual([['a'], ['a', 'b'], ['a', 'd'], ['a', 'b', 'c']]);
});

test('a circle is told once for each series that leads into it', () => {
  const { series: stacked, diagnostics } = stackSeries([
    series('a', 'b'),
    series('b', 'a'),
    series('c', 'a'),
    series('d'),
  ]);
  expect(stacked.map(({ stack }) => stack)).toEqual([['d']]);
  expect(diagnostics.map(({ message }) => message.replace(/, expected.*/, ''))).toEqual([
    'Unexpected circle a on b on a',
    'Unexpected circle b on a on b',
    'Unexpected circle a on b on a',
  ]);
});

test('whatever is on what: each series has a stack or a finding, and a stack ends with it', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const ons = fc.array(fc.option(fc.constantFrom(...names), { nil: undefined }), {
    minLength: 5,
    maxLength: 5,
  });
  fc.assert(
    fc.property(ons, (chosen) => {
      const all = names.map((name, index) => series(name, chosen[index]));
      const { series: stacked, diagnostics } = stackSeries(all);
      expect(stacked.length + diagnostics.length).toBe(names.length);
      for (const { series: one, stack } of stacked) {
        expect(stack.at(-1)).toBe(one.id);
        expect(new Set(stack).size).toBe(stack.length);
        stack.forEach((id, index) => {
          expect(all.find(({ series: { id: other } }) => other === id)?.series.on).toBe(stack[index - 1]);
        });
      }
    }),
  );
});
