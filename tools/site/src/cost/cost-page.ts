/** What was measured of the options on a kernel. */

import type { CostReport } from '@quiesce/kernel';
import { sitePaths } from '../address.js';
import { html } from '../html.js';
import { page } from '../page/page.js';
import { costPlot } from './cost-plot.js';

export function costPage(costs: CostReport | null): string {
  const body = html`<h1>Costs</h1>
${costPlot(costs)}`;
  return page({ path: sitePaths.costs, title: 'Costs', width: 'broad', body });
}
