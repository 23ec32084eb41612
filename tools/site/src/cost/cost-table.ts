/** The numbers of a plot. */

import type { Cost } from '@quiesce/kernel';
import { type Html, html } from '../html.js';
import { costName } from './cost-name.js';

export function costTable(rows: readonly Cost[], caption: string): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr><th scope="col">Option</th><th scope="col">Value</th><th scope="col">Spread</th><th scope="col">Without tracing</th></tr></thead>
<tbody>${rows.map(
    ({ option, callback, value, spread, baseline }) =>
      html`<tr><th scope="row">${costName({ option, callback })}</th><td>${numberText(value)}</td><td>${spread === undefined ? 'not told' : `± ${numberText(spread)}`}</td><td>${numberText(baseline)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** As a reader compares it: thousands apart, and no more digits than a measurement has. */
export function numberText(value: number): string {
  const rounded = Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 20 });
}
