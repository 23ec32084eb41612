/** What was measured, as pictures with their numbers. */
import { type Html, html } from '../html.js';
import type { CostReport } from './cost-report.js';

/** Sections, from headings of level 2 downwards. `costs` null: nothing was measured yet, and it says so. */
export function costPlot(costs: CostReport | null): Html {
  if (costs === null) return html`<p>Nothing was measured yet.</p>`;
  return html`<p>${costs.machine}</p>`;
}
