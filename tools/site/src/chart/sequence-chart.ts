/**
 * A run as a picture: a lifeline for each process, time downwards, a row for each step. The words beside it say the same; a
 * script, where there is one, joins the two and steps through them.
 */
import type { Trace } from '@quiesce/checker';
import { attributes, type Html, html } from '../html.js';
import { chartRows } from './chart-row.js';
import { chartSteps } from './chart-step.js';
import { drawChart, drawHead } from './draw-chart.js';
import { endingOf } from './ending.js';
import { lanesOf } from './lane.js';
import { cellTable, stepList } from './step-list.js';

export interface ChartOptions {
  /** Begins every id of the chart, so that a page may have several: `[a-z][a-z0-9-]*`. */
  readonly id: string;
  /** What the run shows: `record breaks detach.no-in-progress in detach-asked`. */
  readonly title: string;
  /** The column table of the same run. */
  readonly table: string;
}

/** A `figure`. All of it can be read without a script; with `stepScript` the run can be stepped through. */
export function sequenceChart(trace: Trace, { id, title, table }: ChartOptions): Html {
  const steps = chartSteps(trace);
  const lanes = lanesOf(trace, steps);
  const rows = chartRows(steps, lanes);
  const ending = endingOf(trace);
  const drawing = { rows, lanes, ending };
  const count = counted(steps.length, 'step');
  const description = `Lifelines of ${lanes.map(({ process }) => process).join(', ')} with ${count}, which are listed in words below; ${ending.text}.`;
  return html`<figure${attributes({ class: 'chart', id, 'data-steps': steps.length })}>
<figcaption>${title} <span class="muted">(${count})</span></figcaption>
<div class="chart-panes">
<div class="chart-view"${attributes({ tabindex: 0, role: 'region', 'aria-label': `Chart: ${title}` })}>
${drawHead(drawing)}
${drawChart(drawing, id, title, description)}
</div>
${cellTable(trace, steps, id)}
</div>
<details><summary>The steps in words</summary>
${stepList(steps, id)}
<p><b>${ending.text}</b></p>
</details>
<details><summary>As in a mail</summary>
<pre tabindex="0">${table}</pre>
</details>
</figure>
`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
