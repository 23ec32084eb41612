/** What was measured, as pictures with their numbers and as tables: a section for each metric in each setting. */
import { type Html, html } from '../html.js';
import { drawBars } from './bars.js';
import { type Cost, type CostMetric, type CostReport, costMetrics } from './cost-report.js';
import { costTable } from './cost-table.js';

/** Sections, from headings of level 2 downwards. `costs` null: nothing was measured yet, and it says so. */
export function costPlot(costs: CostReport | null): Html {
  if (costs === null)
    return html`<p>Nothing was measured yet. What an RFC says of costs is worked out from the design of its options, not measured.</p>`;
  const { machine, kernel, config, rows } = costs;
  return html`<div class="costs">
<dl class="fields"><div><dt>Machine</dt><dd>${machine}</dd></div><div><dt>Kernel</dt><dd>${kernel}</dd></div><div><dt>Settings</dt><dd>${config}</dd></div></dl>
${rows.length === 0 && html`<p>The report has no measurements.</p>`}
${costMetrics.map((metric) => metricSection(metric, rows))}
</div>`;
}

const metricTable: Readonly<Record<CostMetric, { readonly title: string; readonly unit: string }>> = {
  instructions: { title: 'Instructions', unit: 'instructions per traced system call' },
  locked: { title: 'Locked operations', unit: 'locked operations per traced system call' },
  fences: { title: 'Fences', unit: 'fences per traced system call' },
  'ns-ratio': { title: 'Time', unit: 'times the time without tracing, in the same run' },
  bytes: { title: 'Memory', unit: 'bytes per engine' },
};

function metricSection(metric: CostMetric, rows: readonly Cost[]): Html | false {
  const own = rows.filter((row) => row.metric === metric);
  if (own.length === 0) return false;
  const { title, unit } = metricTable[metric];
  const settings = [...new Set(own.map(settingText))].sort();
  return html`<section><h2>${title}</h2>
${settings.map((setting, index) => {
  const inIt = own.filter((row) => settingText(row) === setting).sort(byValue);
  const id = `cost-${metric}-${index + 1}`;
  return html`<figure id="${id}"><figcaption>${setting}: ${unit}, the fewest first</figcaption>
${drawBars(inIt, id, `${title}, ${setting}`)}
${costTable(inIt, `${title}, ${setting}: ${unit}`)}
</figure>`;
})}</section>
`;
}

function settingText({ setting: { cpus, engine, audit } }: Cost): string {
  const processors = cpus === 1 ? '1 processor' : `${cpus} processors`;
  return `${processors}, ${engine} engine, audit ${audit ? 'on' : 'off'}`;
}

function byValue(a: Cost, b: Cost): number {
  return a.value - b.value || (a.option < b.option ? -1 : 1);
}
