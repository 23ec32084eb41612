/** What was measured of the options: counts, times and bytes, each as a sentence that says what the numbers are, and a table. */
import type { Cost, CostMetric, CostReport, CostSetting } from '../cost-report.js';
import { blocks, glossary, type Lines, paragraph, table } from './text.js';

/** What is told of each setting that rows were taken in. */
interface Setting {
  readonly name: string;
  readonly of: CostSetting;
  readonly isOf: (row: Cost) => boolean;
}

const ordering = ['locked', 'barriers', 'fences'] as const;

const meanings: Readonly<Record<(typeof ordering)[number], string>> = {
  locked: 'locked operations that tracing adds',
  barriers: 'those of them that only order, as smp_mb()',
  fences: 'mfence, lfence and sfence that it adds',
};

const plain: Readonly<Record<(typeof ordering)[number], string>> = {
  locked: 'a locked operation',
  barriers: 'a full barrier',
  fences: 'an mfence, lfence or sfence',
};

/** `options`: those of the RFC, in its order. Settings that make no difference share a table. */
export function countTables({ rows, untouched = [] }: CostReport, options: Lines): Lines {
  const counts = rowsOf(rows, 'instructions');
  const [usual, ...others] = countGroups(rows, options);
  if (usual === undefined) return [];
  const absent = ordering.filter(
    (metric) => rowsOf(rows, metric).length > 0 && rowsOf(rows, metric).every(({ value }) => value === 0),
  );
  const metrics = ordering.filter((metric) => rowsOf(rows, metric).length > 0 && !absent.includes(metric));
  const heads = ['option', 'call', 'added', ...metrics];
  return blocks([
    paragraph(
      `Counted in one call (${usual.name}), which takes ${rangeText(usual.baselines)} instructions without tracing. ${exactText(counts)}${untouchedText(untouched)}`,
    ),
    glossary([
      ['call', 'instructions of a traced call'],
      ['added', 'what of them tracing adds'],
      ...metrics.map((metric) => [metric, meanings[metric]] as const),
    ]),
    table(heads, usual.rowsWith(metrics)),
    absent.length === 0
      ? []
      : paragraph(`No option adds ${absent.map((metric) => plain[metric]).join(' or ')}.`),
    ...others.map((group) =>
      blocks([
        paragraph(
          `Counted with ${group.name}, where the call takes ${rangeText(group.baselines)} instructions without tracing:`,
        ),
        table(heads, group.rowsWith(metrics)),
      ]),
    ),
  ]);
}

interface CountGroup {
  readonly name: string;
  readonly baselines: readonly number[];
  readonly rowsWith: (metrics: readonly CostMetric[]) => readonly Lines[];
}

/** Settings in which all options cost the same, the simplest first. */
function countGroups(rows: readonly Cost[], options: Lines): readonly CountGroup[] {
  const counts = rowsOf(rows, 'instructions');
  const found = new Map<string, Setting[]>();
  for (const setting of settingsIn(counts)) {
    const own = rows.filter((row) => isCount(row) && options.includes(row.option) && setting.isOf(row));
    const key = JSON.stringify(
      own.map((row) => [nameOf(row), row.metric, row.value, row.baseline].join(' ')).sort(),
    );
    found.set(key, [...(found.get(key) ?? []), setting]);
  }
  return [...found.values()].map((settings) => {
    const first = settings[0]!;
    const own = counts.filter(first.isOf);
    const rowOf = (metric: CostMetric, name: string): Cost | undefined =>
      rows.find((row) => row.metric === metric && nameOf(row) === name && first.isOf(row));
    return {
      name: settingsText(settings, counts),
      baselines: own.map(({ baseline }) => baseline),
      rowsWith: (metrics) =>
        namesIn(own, options).map((name) => [
          name,
          numberText(rowOf('instructions', name)?.value ?? 0),
          ...(['instructions', ...metrics] as const).map((metric) => addedText(rowOf(metric, name))),
        ]),
    };
  });
}

function isCount({ metric }: Cost): boolean {
  return metric === 'instructions' || ordering.some((one) => one === metric);
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
  const rangeOf = ({ isOf }: Setting): number =>
    Math.max(...own.filter(isOf).map((row) => 2 * (row.spread ?? 0)));
  return blocks([
    paragraph(
      `${text}: the median of the rounds. The middle half of them has the range that stands below, or less.${caveat}`,
    ),
    glossary(
      settings.map((setting, index) => [
        letters[index]!,
        `${setting.name}: range ${ratioText(rangeOf(setting))}`,
      ]),
    ),
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
      of: setting,
      isOf: (row) => row.setting !== undefined && keyOf(row.setting) === keyOf(setting),
    }));
}

function keyOf({ cpus, engine, audit }: CostSetting): string {
  return [audit, String(cpus).padStart(3), engine].join(' ');
}

/** Several settings in few words, where each of these goes with each. */
function settingsText(settings: readonly Setting[], rows: readonly Cost[]): string {
  const values = <Value>(choose: (setting: CostSetting) => Value): readonly Value[] => [
    ...new Set(settings.map(({ of }) => choose(of))),
  ];
  const cpus = values((one) => one.cpus);
  const engines = values((one) => one.engine);
  const audits = values((one) => one.audit);
  if (cpus.length * engines.length * audits.length !== settings.length)
    return settings.map(({ name }) => name).join('; ');
  const tellsAudit = rows.some(({ setting }) => setting?.audit === true);
  const processors = cpus.length === 1 && cpus[0] === 1 ? 'one processor' : `${cpus.join(' or ')} processors`;
  const data = engines.map((engine) => engineText[engine]).join(' or ');
  return [
    processors,
    data,
    ...(tellsAudit ? [`audit ${audits.map((audit) => (audit ? 'on' : 'off')).join(' or ')}`] : []),
  ].join(', ');
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

/** A count, or the mean of several: with one digit behind the point where there is a rest. */
export function numberText(value: number): string {
  return String(Number(value.toFixed(1)));
}

export function ratioText(value: number): string {
  return value.toFixed(2);
}
