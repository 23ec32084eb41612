/** What was measured, as pictures with their numbers and as tables: a section for each metric in each setting. */

import { type Clock, type Cost, type CostMetric, type CostReport, costMetrics } from '@quiesce/kernel';
import { type Html, html } from '../html.js';
import { drawBars } from './bars.js';
import { costName } from './cost-name.js';
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
  barriers: { title: 'Full barriers', unit: 'locked operations that only order, per traced system call' },
  fences: { title: 'Fences', unit: 'fences per traced system call' },
  'ns-ratio': { title: 'Time', unit: 'times the time without tracing, in the same run' },
  'fast-path': { title: 'Fast path alone', unit: 'times the time of an empty one, in user space' },
  bytes: { title: 'Memory', unit: 'bytes per engine' },
  'bytes-per-task': { title: 'Memory of a task', unit: 'bytes per traced task' },
  'bytes-per-cpu': { title: 'Memory by processor', unit: 'bytes per engine and possible processor' },
  'bytes-shared': {
    title: 'Shared memory by processor',
    unit: 'bytes per possible processor, for many engines',
  },
};

function metricSection(metric: CostMetric, rows: readonly Cost[]): Html | false {
  const own = rows.filter((row) => row.metric === metric);
  if (own.length === 0) return false;
  const { title, unit } = metricTable[metric];
  const several = new Set(own.map(({ rfc }) => rfc)).size > 1;
  const settingOf = (row: Cost): string => settingText(row, several);
  const settings = [...new Set(own.map(settingOf))].sort();
  const withSetting = (setting: string): string => (setting === '' ? unit : `${setting}: ${unit}`);
  return html`<section><h2>${title}</h2>
${settings.map((setting, index) => {
  const inIt = own.filter((row) => settingOf(row) === setting).sort(byValue);
  const id = `cost-${metric}-${index + 1}`;
  return html`<figure id="${id}"><figcaption>${withSetting(setting)}, the fewest first</figcaption>
${drawBars(inIt, id, setting === '' ? title : `${title}, ${setting}`)}
${costTable(inIt, `${title}, ${withSetting(setting)}`)}
</figure>`;
})}</section>
`;
}

const clockText: Readonly<Record<Clock, string>> = {
  emulated: ', emulated (TCG)',
  kvm: ', under KVM',
  native: '',
};

/** `several`: options of several RFCs may have one name. Empty: what was measured depends on no setting. */
function settingText({ rfc, setting }: Cost, several: boolean): string {
  const of = several ? `RFC ${rfc ?? 'unknown'}` : '';
  if (setting === undefined) return of;
  const { cpus, engine, audit, clock } = setting;
  const processors = cpus === 1 ? '1 processor' : `${cpus} processors`;
  return `${several ? `${of}, ` : ''}${processors}, ${engine} engine, audit ${audit ? 'on' : 'off'}${clock === undefined ? '' : clockText[clock]}`;
}

function byValue(a: Cost, b: Cost): number {
  return a.value - b.value || (costName(a) < costName(b) ? -1 : 1);
}
