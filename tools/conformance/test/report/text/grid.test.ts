import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Grid, pageWidth, renderGrid } from '../../../src/report/text/grid.js';
import { painter } from '../../../src/report/text/paint.js';

const plain = painter(false);
const gridOf = (headings: readonly string[], labels: readonly string[], text: string): Grid => ({
  corner: 'row',
  headings,
  rows: labels.map((label) => ({ label, cells: headings.map(() => ({ text })) })),
  align: 'left',
});

describe('renderGrid', () => {
  test('breaks long headings at their dashes', () => {
    expect(renderGrid(gridOf(['plain', 'stop-the-world-first'], ['a'], 'x'), plain)).toEqual([
      '            stop-the-',
      '            world-',
      'row  plain  first',
      'a    x      x',
    ]);
  });

  test('continues below what does not fit', () => {
    const headings = Array.from({ length: 12 }, (_, index) => `heading${index}`);
    const lines = renderGrid(gridOf(headings, ['a'], 'x'), plain);
    expect(lines.filter((line) => line.startsWith('row'))).toHaveLength(2);
    expect(lines.filter((line) => line === '')).toHaveLength(1);
  });

  test('gives a long label its own line only where the columns need the room', () => {
    const long = 'l'.repeat(60);
    expect(renderGrid(gridOf(['one'], [long], 'x'), plain).at(-1)).toBe(`${long}  x`);
    const wide = renderGrid(gridOf(['one', 'two', 'three', 'four'], [long, 'b'], 'x'.repeat(12)), plain);
    expect(wide.slice(-3)).toEqual([long, expect.stringMatching(/^ +x/), expect.stringMatching(/^b +x/)]);
  });

  test('loses no word and stays within the page', () => {
    const word = fc.stringMatching(/^[a-z]{1,14}(-[a-z]{1,14}){0,2}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 9 }), fc.array(word, { minLength: 1 }), (headings, labels) => {
        const lines = renderGrid(gridOf(headings, labels, 'holds'), plain);
        const text = lines.join('\n');
        for (const heading of headings)
          for (const part of heading.split(/(?<=-)/)) expect(text).toContain(part);
        if (headings.length > 0) for (const label of labels) expect(text).toContain(label);
        expect(text.match(/holds/g)?.length ?? 0).toBeGreaterThanOrEqual(headings.length * labels.length);
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(pageWidth);
      }),
    );
  });
});
