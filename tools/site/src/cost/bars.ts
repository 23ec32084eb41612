/**
 * Bars from zero, one for each option, so that lengths are to each other as the values are. A dashed stroke marks what the same
 * costs without tracing, and a thin line how far the values lie apart.
 */

import type { Cost } from '@quiesce/kernel';
import { attributes, type Html, html } from '../html.js';
import { costName } from './cost-name.js';
import { numberText } from './cost-table.js';

/** In pixels. */
const width = 640;
const rowHeight = 26;
const barHeight = 14;
const numberRoom = 130;
const characterWidth = 7.9;
const most = 24;

/** `rows` in the order of the bars. */
export function drawBars(rows: readonly Cost[], id: string, title: string): Html {
  const left = Math.min(most, Math.max(...rows.map((row) => costName(row).length))) * characterWidth + 16;
  const largest = Math.max(
    ...rows.map(({ value, spread = 0, baseline }) => Math.max(value + spread, baseline)),
  );
  const xOf = (value: number): number =>
    round(left + (largest === 0 ? 0 : (value / largest) * (width - left - numberRoom)));
  const height = rows.length * rowHeight + 8;
  const labels = `${id}-title ${id}-desc`;
  return html`<div class="plot" tabindex="0" role="region" aria-label="Plot: ${title}"><svg${attributes({ width, height, role: 'img', 'aria-labelledby': labels })}>
<title id="${id}-title">${title}</title><desc id="${id}-desc">A bar for each option; the table below has the numbers.</desc>
<line${attributes({ x1: round(left), x2: round(left), y1: 0, y2: height, class: 'zero' })}/>
${rows.map((row, index) => drawBar(row, index * rowHeight + 4, left, xOf))}
</svg></div>`;
}

function drawBar(row: Cost, top: number, left: number, xOf: (value: number) => number): Html {
  const { value, spread, baseline } = row;
  const middle = top + rowHeight / 2;
  const bar = {
    x: round(left),
    y: middle - barHeight / 2,
    width: round(xOf(value) - left),
    height: barHeight,
    class: 'bar',
  };
  const full = costName(row);
  const name = full.length > most ? `${full.slice(0, most - 1)}…` : full;
  const end = xOf(Math.max(value + (spread ?? 0), baseline)) + 8;
  return html`<text${attributes({ x: round(left - 8), y: middle + 4, class: 'option' })}>${name}</text><rect${attributes(bar)}/>
<line${attributes({ x1: xOf(baseline), x2: xOf(baseline), y1: top + 3, y2: top + rowHeight - 3, class: 'baseline' })}/>
${
  spread !== undefined &&
  html`<line${attributes({ x1: xOf(Math.max(0, value - spread)), x2: xOf(value + spread), y1: middle, y2: middle, class: 'spread' })}/>`
}<text${attributes({ x: end, y: middle + 4 })}>${numberText(value)}${spread !== undefined && ` ± ${numberText(spread)}`}</text>
`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
