/** What was measured, as tables: counts, times, fast paths and sizes. Settings that make no difference share a table. */
import {
  type Clock,
  type Cost,
  type CostMetric,
  type CostReport,
  type CostSetting,
  clocks,
} from './cost-report.js';
import type { Table } from './table.js';

export function costTables({ rows, untouched = [] }: CostReport): readonly Table[] {
  const rfcs = [...new Set(rows.map(({ rfc }) => rfc))];
  return [
    // Options of another RFC are called at another event: they have nothing in common.
    ...rfcs.flatMap((rfc) => countTables(rows.filter((row) => row.rfc === rfc))),
    ...untouchedTable(untouched),
    ...ratioTables(rows, 'ns-ratio'),
    ...ratioTables(rows, 'fast-path'),
    ...sizeTable(rows),
  ];
}

const counted = ['instructions', 'locked', 'barriers', 'fences'] as const;

function countTables(rows: readonly Cost[]): readonly Table[] {
  const groups = new Map<
    string,
    { readonly table: Omit<Table, 'title'>; readonly settings: CostSetting[] }
  >();
  for (const setting of settingsOf(rows, 'instructions')) {
    const own = rows.filter((row) => row.setting !== undefined && sameSetting(row.setting, setting));
    const table = countTable(own);
    const key = JSON.stringify(table);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { table, settings: [setting] });
    else group.settings.push(setting);
  }
  return [...groups.values()].map(({ table, settings }) => ({
    title: `Per traced call, exact; ${settingsText(settings)}`,
    ...table,
  }));
}

/** Of one setting. The untraced calls of all options should cost the same; each is told where they do not. */
function countTable(rows: readonly Cost[]): Omit<Table, 'title'> {
  const instructions = rows.filter(({ metric }) => metric === 'instructions');
  const [first] = instructions;
  const isSame = instructions.every(({ baseline }) => baseline === first?.baseline);
  const untraced =
    isSame && first !== undefined
      ? [['no trace', String(first.baseline), '', ...baselines(rows, first)]]
      : [];
  const body = instructions.map((row) => {
    const values = counted.slice(1).map((metric) => valueText(sameRow(rows, row, metric)));
    return [
      rowName(row, rows),
      valueText(row),
      `+${row.value - row.baseline}`,
      ...values,
      ...(isSame ? [] : [String(row.baseline)]),
    ];
  });
  return {
    head: [
      '',
      'instructions',
      'over no trace',
      'locked',
      'barriers',
      'fences',
      ...(isSame ? [] : ['no trace']),
    ],
    rows: [...untraced, ...body],
  };
}

function baselines(rows: readonly Cost[], first: Cost): readonly string[] {
  return counted.slice(1).map((metric) => String(sameRow(rows, first, metric)?.baseline ?? ''));
}

function sameRow(rows: readonly Cost[], row: Cost, metric: CostMetric): Cost | undefined {
  return rows.find(
    (one) =>
      one.metric === metric &&
      one.option === row.option &&
      one.rfc === row.rfc &&
      one.callback === row.callback,
  );
}

function valueText(cost: Cost | undefined): string {
  if (cost === undefined) return '';
  return cost.spread === undefined ? String(cost.value) : `${cost.value} ± ${cost.spread}`;
}

function untouchedTable(calls: NonNullable<CostReport['untouched']>): readonly Table[] {
  if (calls.length === 0) return [];
  const several = new Set(calls.map(({ rfc }) => rfc)).size > 1;
  return [
    {
      title: 'The same call on the tree without patches, exact',
      head: ['', ...counted],
      rows: calls.map((call) => [
        `audit ${call.audit ? 'on' : 'off'}${several ? ` (RFC ${call.rfc ?? 'unknown'})` : ''}`,
        ...counted.map((metric) => String(call[metric])),
      ]),
    },
  ];
}

const ratioTitles: Readonly<Record<'ns-ratio' | 'fast-path', string>> = {
  'ns-ratio':
    'Time of a traced call over an untraced one in the same boot, median ± half the range of the middle half',
  'fast-path':
    'Fast path alone in user space, over an empty one in the same run, median ± half the range of the middle half',
};

const clockNames: Readonly<Record<Clock, string>> = {
  emulated: 'emulated (TCG): not what a processor would say',
  kvm: 'under KVM',
  native: 'on this processor',
};

function ratioTables(rows: readonly Cost[], metric: 'ns-ratio' | 'fast-path'): readonly Table[] {
  return clocks.flatMap((clock) => {
    const own = rows.filter((row) => row.metric === metric && row.setting?.clock === clock);
    const settings = settingsOf(own, metric);
    if (settings.length === 0) return [];
    const withAudit = settings.some(({ audit }) => audit);
    const names = [...new Map(own.map((row) => [rowName(row, own), row])).keys()];
    return [
      {
        title: `${ratioTitles[metric]}; ${clockNames[clock]}`,
        head: ['', ...settings.map((setting) => shortSetting(setting, withAudit))],
        rows: names.map((name) => [
          name,
          ...settings.map((setting) => {
            const row = own.find((one) => rowName(one, own) === name && sameSetting(one.setting!, setting));
            return row === undefined ? '' : `${row.value.toFixed(2)} ± ${(row.spread ?? 0).toFixed(2)}`;
          }),
        ]),
      },
    ];
  });
}

const sizes = ['bytes-per-task', 'bytes', 'bytes-per-cpu', 'bytes-shared'] as const;

function sizeTable(rows: readonly Cost[]): readonly Table[] {
  const own = rows.filter(({ metric }) => metric === 'bytes');
  if (own.length === 0) return [];
  return [
    {
      title: 'Memory in bytes',
      head: ['', 'a task', 'an engine', 'an engine and processor', 'a processor'],
      rows: own.map((row) => [
        rowName(row, own),
        ...sizes.map((metric) => valueText(sameRow(rows, row, metric))),
      ]),
    },
  ];
}

function rowName({ option, rfc, callback }: Cost, rows: readonly Cost[]): string {
  // Only where it tells two options apart.
  const of = rows.some((row) => row.rfc !== rfc) ? ` (RFC ${rfc ?? 'unknown'})` : '';
  return `${option}${of}${callback === undefined ? '' : `, ${callback}`}`;
}

/** In the order in which they come. */
function settingsOf(rows: readonly Cost[], metric: CostMetric): readonly CostSetting[] {
  const settings: CostSetting[] = [];
  for (const { metric: own, setting } of rows)
    if (own === metric && setting !== undefined && !settings.some((one) => sameSetting(one, setting)))
      settings.push(setting);
  return settings.toSorted(
    (a, b) => Number(a.audit) - Number(b.audit) || a.cpus - b.cpus || (a.engine < b.engine ? -1 : 1),
  );
}

function sameSetting(a: CostSetting, b: CostSetting): boolean {
  return (
    a.cpus === b.cpus && a.engine === b.engine && a.audit === b.audit && (a.clock ?? '') === (b.clock ?? '')
  );
}

function settingsText(settings: readonly CostSetting[]): string {
  const list = (values: readonly (string | number)[]): string => [...new Set(values)].join(' or ');
  const cpus = list(settings.map((one) => one.cpus));
  const audit = list(settings.map((one) => (one.audit ? 'on' : 'off')));
  return `${cpus} ${cpus === '1' ? 'processor' : 'processors'}, ${list(settings.map(({ engine }) => engine))} engine, audit ${audit}`;
}

function shortSetting({ cpus, engine, audit }: CostSetting, withAudit: boolean): string {
  return `${cpus} ${engine}${withAudit ? (audit ? ', audit' : ', no audit') : ''}`;
}
