/** What was measured of the options: counts, times and bytes, each as a sentence that says what the numbers are, and a table. */
import type { Cost, CostMetric, CostReport, CostSetting } from '../cost-report.js';
import { blocks, glossary, type Lines, paragraph, table } from './text.js';

/** What is told of each setting that rows were taken in. */
interface Setting {
  readonly name: string;
  readonly isOf: (row: Cost) => boolean;
}

/** `options`: those of the RFC, in its order. */
export function countTables({ rows, untouched = [] }: CostReport, options: Lines): Lines {
  const counts = rowsOf(rows, 'instructions');
  const [usual, ...others] = settingsIn(counts);
  if (usual === undefined) return [];
  const names = namesIn(counts.filter(usual.isOf), options);
  const value = (metric: CostMetric, name: string, setting: Setting): Cost | undefined =>
    rows.find((row) => row.metric === metric && nameOf(row) === name && setting.isOf(row));
  const added = (metric: CostMetric, name: string, setting: Setting): string =>
    addedText(value(metric, name, setting));
  const metrics = (['locked', 'barriers', 'fences'] as const).filter((metric) =>
    rows.some((row) => row.metric === metric),
  );
  const baselines = counts.filter(usual.isOf).map(({ baseline }) => baseline);
  const legend = [
    ['call', 'instructions of a traced call'],
    ['added', 'what of them tracing adds'],
    ...(metrics.includes('locked') ? [['locked', 'locked operations that tracing adds']] : []),
    ...(metrics.includes('barriers') ? [['barriers', 'those of them that only order, as smp_mb()']] : []),
    ...(metrics.includes('fences') ? [['fences', 'mfence, lfence and sfence that it adds']] : []),
  ] as [string, string][];
  const main = names.map((name) => [
    name,
    numberText(value('instructions', name, usual)?.value ?? 0),
    added('instructions', name, usual),
    ...metrics.map((metric) => added(metric, name, usual)),
  ]);
  const isSame = (setting: Setting): boolean =>
    names.every((name) =>
      (['instructions', ...metrics] as const).every(
        (metric) => added(metric, name, setting) === added(metric, name, usual),
      ),
    );
  const same = others.filter(isSame);
  const differing = others.filter((setting) => !isSame(setting));
  return blocks([
    paragraph(
      `Counted in one call (${usual.name}), which takes ${rangeText(baselines)} instructions without tracing. ${exactText(counts)}${untouchedText(untouched)}`,
    ),
    glossary(legend),
    table(['option', 'call', 'added', ...metrics], main),
    same.length === 0 ? [] : paragraph(`Tracing adds the same with ${listed(same.map(({ name }) => name))}.`),
    ...differing.map((setting) =>
      blocks([
        paragraph(`Tracing adds something else with ${setting.name}:`),
        table(
          ['option', 'added', ...metrics],
          names.map((name) => [
            name,
            ...(['instructions', ...metrics] as const).map((metric) => added(metric, name, setting)),
          ]),
        ),
      ]),
    ),
  ]);
}

/** A table for each clock that times were taken on. */
export function timeTables({ rows }: CostReport, options: Lines): Lines {
  const clocks = [
    [
      'emulated',
      ' The processor is emulated: its caches and its bus are not real, and these numbers say little.',
    ],
    ['kvm', ' The processor is one under KVM.'],
  ] as const;
  return blocks(
    clocks.map(([clock, caveat]) =>
      ratioTable(
        rowsOf(rows, 'ns-ratio').filter(({ setting }) => setting?.clock === clock),
        options,
        'Time of a traced call over that of an untraced one in the same run',
        caveat,
      ),
    ),
  );
}

/** Of the fast path alone, compiled for user space. */
export function fastPathTable({ rows }: CostReport, options: Lines): Lines {
  return ratioTable(
    rowsOf(rows, 'fast-path'),
    options,
    'Time of a callback with what an option puts around it, compiled for user space, over one with nothing around it, in the same run on a real processor',
    '',
  );
}

function ratioTable(own: readonly Cost[], options: Lines, text: string, caveat: string): Lines {
  const settings = settingsIn(own);
  if (settings.length === 0) return [];
  const letters = settings.map((_, index) => String.fromCharCode('a'.charCodeAt(0) + index));
  const spread = Math.max(...own.map((row) => row.spread ?? 0));
  return blocks([
    paragraph(
      `${text}: the median of the rounds, the middle half of which has a range of ${ratioText(2 * spread)} at most.${caveat}`,
    ),
    glossary(settings.map(({ name }, index) => [letters[index]!, name])),
    table(
      ['option', ...letters],
      namesIn(own, options).map((name) => [
        name,
        ...settings.map(({ isOf }) => {
          const row = own.find((one) => nameOf(one) === name && isOf(one));
          return row === undefined ? '-' : ratioText(row.value);
        }),
      ]),
    ),
  ]);
}

const byteColumns = [
  ['task', 'bytes-per-task'],
  ['engine', 'bytes'],
  ['per CPU', 'bytes-per-cpu'],
  ['shared', 'bytes-shared'],
] as const;

export function byteTable({ rows }: CostReport, options: Lines): Lines {
  const own = rows.filter(({ metric }) => byteColumns.some(([, one]) => one === metric));
  if (own.length === 0) return [];
  const names = namesIn(own, options);
  return blocks([
    paragraph(
      'Bytes, as the compiler lays them out: of a traced task, of an engine, of an engine for each possible CPU, and for each possible CPU once for many engines.',
    ),
    table(
      ['option', ...byteColumns.map(([title]) => title)],
      names.map((name) => [
        name,
        ...byteColumns.map(([, metric]) => {
          const row = own.find((one) => one.metric === metric && nameOf(one) === name);
          return row === undefined ? '-' : numberText(row.value);
        }),
      ]),
    ),
  ]);
}

function rowsOf(rows: readonly Cost[], metric: CostMetric): readonly Cost[] {
  return rows.filter((row) => row.metric === metric);
}

/** The simplest first: few processors, a private engine, no audit. */
function settingsIn(rows: readonly Cost[]): readonly Setting[] {
  const tellsAudit = rows.some(({ setting }) => setting?.audit === true);
  const found = new Map(
    rows.flatMap(({ setting }) => (setting === undefined ? [] : [[keyOf(setting), setting]])),
  );
  return [...found.values()]
    .sort((a, b) => Number(a.audit) - Number(b.audit) || a.cpus - b.cpus || (a.engine < b.engine ? -1 : 1))
    .map((setting) => ({
      name: settingText(setting, tellsAudit),
      isOf: (row) => row.setting !== undefined && keyOf(row.setting) === keyOf(setting),
    }));
}

function keyOf({ cpus, engine, audit }: CostSetting): string {
  return [audit, String(cpus).padStart(3), engine].join(' ');
}

const engineText: Readonly<Record<CostSetting['engine'], string>> = {
  private: 'private data',
  shared: 'shared data',
  global: 'a global engine',
};

function settingText({ cpus, engine, audit }: CostSetting, tellsAudit: boolean): string {
  const processors = cpus === 1 ? 'one processor' : `${cpus} processors`;
  return `${processors}, ${engineText[engine]}${tellsAudit ? `, audit ${audit ? 'on' : 'off'}` : ''}`;
}

/** In the order of the options; of one option, the plain callback first. */
function namesIn(rows: readonly Cost[], options: Lines): Lines {
  const place = ({ option }: Cost): number => options.indexOf(option);
  const own = rows.filter((row) => place(row) >= 0);
  const sorted = [...own].sort(
    (a, b) => place(a) - place(b) || ((a.callback ?? '') < (b.callback ?? '') ? -1 : 1),
  );
  return [...new Set(sorted.map(nameOf))];
}

function nameOf({ option, callback }: Cost): string {
  return callback === undefined ? option : `${option}, ${callback}`;
}

function addedText(row: Cost | undefined): string {
  return row === undefined ? '-' : numberText(row.value - row.baseline);
}

function untouchedText(calls: NonNullable<CostReport['untouched']>): string {
  if (calls.length === 0) return '';
  const each = calls.map(({ audit, instructions }) => `${instructions} with audit ${audit ? 'on' : 'off'}`);
  return ` On the tree without patches the call takes ${each.join(' and ')}.`;
}

/** What is exact is said to be so only where it is. */
function exactText(counts: readonly Cost[]): string {
  const spread = Math.max(0, ...counts.map((row) => row.spread ?? 0));
  const share = Math.min(...counts.map((row) => row.share ?? 1));
  const exact =
    spread === 0
      ? 'The counts are exact, and the same in each run.'
      : `The counts of two runs differ by ${numberText(2 * spread)} at most.`;
  return share === 1
    ? exact
    : `${exact} At least ${Math.floor(100 * share)} % of all calls have just this cost; the others were interrupted.`;
}

function rangeText(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)].map(numberText);
  return least === most ? least! : `${least} to ${most}`;
}

function listed(names: Lines): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join('; ')}; and ${names.at(-1)}`;
}

/** A count, or the mean of several: with one digit behind the point where there is a rest. */
export function numberText(value: number): string {
  return String(Number(value.toFixed(1)));
}

export function ratioText(value: number): string {
  return value.toFixed(2);
}
