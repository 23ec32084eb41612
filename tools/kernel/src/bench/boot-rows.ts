/** From what came out of one boot to the rows of the report. Nothing is believed that does not add up: a wrong number is worse than none. */
import type { Cost, CostMetric, CostSetting } from '../costs/cost-report.js';
import type { CommandResult } from '../guest/read-results.js';
import { endingText } from '../guest/read-results.js';
import { type BenchLine, readBenchLines, readFootprint } from './bench-lines.js';
import { type CallCost, type CountedRun, mostFrequent, readCounts } from './counts.js';
import { type BenchBoot, type BenchRun, commandsOf } from './plan.js';
import { middleOf } from './spread.js';

/** `reason`: a sentence without its end. */
export type BootRows =
  | { readonly ok: true; readonly value: readonly Cost[] }
  | { readonly ok: false; readonly reason: string };

/** `counts`: what the plugin wrote; only counting boots have it. */
export function rowsOfBoot(boot: BenchBoot, results: readonly CommandResult[], counts?: string): BootRows {
  const rows: Cost[] = [];
  const counted = boot.kind === 'count' ? readCounts(counts ?? '') : [];
  if (counted === undefined) return wrong('Unexpected counts, expected a whole file of the plugin');
  const pending = [...counted];
  const commands = commandsOf(boot);
  for (const [index, command] of commands.entries()) {
    const result = results[index];
    if (result === undefined) return wrong(`The guest ended before "${command}" was run`);
    const { ending, output } = result;
    if (ending.kind !== 'exit' || ending.status !== 0)
      return wrong(`"${command}": ${endingText(ending)}${lastLine(output)}`);
    const run = boot.runs[index - boot.setup.length];
    if (index < boot.setup.length) continue;
    if (run === undefined) {
      const sizes = footprintRows(boot, output);
      if (sizes === undefined) return wrong(`"${command}" has printed no line "footprint task=..."`);
      rows.push(...sizes);
      continue;
    }
    const lines = readBenchLines(output);
    const odd = oddLines(lines, run);
    if (odd !== undefined) return wrong(`"${command}": ${odd}`);
    const own = pending.splice(0, boot.kind === 'count' ? lines.length : 0);
    const read = boot.kind === 'count' ? countRows(boot, run, lines, own) : timeRows(boot, run, lines);
    if (typeof read === 'string') return wrong(`"${command}": ${read}`);
    rows.push(...read);
  }
  return pending.length === 0
    ? { ok: true, value: rows }
    : wrong('The plugin has counted more runs than there were');
}

function wrong(reason: string): BootRows {
  return { ok: false, reason };
}

function lastLine(output: string): string {
  const line = output.trimEnd().split('\n').at(-1) ?? '';
  return line === '' ? '' : `, and its last line was "${line}"`;
}

/** What is wrong with the lines of a run: around a traced loop the tracer must have been called for each call. */
function oddLines(lines: readonly BenchLine[], { cpus }: BenchRun): string | undefined {
  if (lines.length === 0) return 'it has printed no line "bench run=..."';
  const loops = new Map<number, BenchLine[]>();
  for (const line of lines) loops.set(line.run, [...(loops.get(line.run) ?? []), line]);
  for (const [run, threads] of loops) {
    const sorted = threads.map(({ cpu }) => cpu).sort((a, b) => a - b);
    if (sorted.join() !== [...Array(cpus).keys()].join())
      return `run ${run} was on processors ${sorted.join(', ')}, expected 0 to ${cpus - 1}`;
    for (const { traced, checked, counted } of threads)
      if (traced ? checked < 1 || counted < checked : counted > 0)
        return `the tracer was called ${counted} times in ${checked} calls around the ${traced ? 'traced' : 'untraced'} loop of run ${run}`;
  }
  return undefined;
}

function settingOf({ audit }: BenchBoot, { cpus, engine }: BenchRun): CostSetting {
  return { cpus, engine, audit };
}

function nameOf({ option, rfc }: BenchBoot, callback?: string): Pick<Cost, 'option' | 'rfc' | 'callback'> {
  return {
    option,
    ...(rfc === undefined ? {} : { rfc }),
    ...(callback === undefined ? {} : { callback }),
  };
}

function countRows(
  boot: BenchBoot,
  run: BenchRun,
  lines: readonly BenchLine[],
  counted: readonly CountedRun[],
): readonly Cost[] | string {
  const keyOf = (one: { readonly run: number; readonly cpu: number }): string => `${one.run} ${one.cpu}`;
  const byKey = new Map(counted.map((one) => [keyOf(one), one]));
  const runsOf = (traced: boolean): readonly CountedRun[] =>
    lines.filter((line) => line.traced === traced).flatMap((line) => byKey.get(keyOf(line)) ?? []);
  const [untraced, traced] = [runsOf(false), runsOf(true)];
  if (untraced.length + traced.length !== lines.length) return 'the plugin has not counted each of its runs';
  const before = undisturbed(untraced);
  const after = undisturbed(traced);
  if (before === undefined || after === undefined) return 'no cost is that of most of its calls';
  const metrics = ['instructions', 'locked', 'barriers', 'fences'] as const;
  return metrics.map((metric: CostMetric & keyof CallCost) => ({
    ...nameOf(boot, run.callback),
    metric,
    setting: settingOf(boot, run),
    value: after.cost[metric],
    ...spreadBetween(traced, metric),
    share: Number(after.share.toFixed(4)),
    baseline: before.cost[metric],
  }));
}

/** A cost that fewer than half of the calls have may be one of several that are all as true. */
function undisturbed(runs: readonly CountedRun[]): ReturnType<typeof mostFrequent> {
  const most = mostFrequent(runs);
  return most !== undefined && most.share > 0.5 ? most : undefined;
}

/** Each loop of each thread should cost the same; if not, that is told. */
function spreadBetween(runs: readonly CountedRun[], metric: keyof CallCost): { readonly spread?: number } {
  const { halfRange } = middleOf(runs.map((one) => mostFrequent([one])?.cost[metric] ?? 0));
  return halfRange === 0 ? {} : { spread: halfRange };
}

function timeRows(boot: BenchBoot, run: BenchRun, lines: readonly BenchLine[]): readonly Cost[] | string {
  const ratios = lines
    .filter(({ traced }) => traced)
    .flatMap((line) => {
      const before = lines.find(
        (one) => !one.traced && one.round === line.round && one.cpu === line.cpu && one.ns > 0,
      );
      return before === undefined ? [] : [line.ns / line.calls / (before.ns / before.calls)];
    });
  if (ratios.length * 2 !== lines.length) return 'some traced loops have no untraced one to be compared with';
  const { median, halfQuartiles } = middleOf(ratios);
  const clock = boot.accelerator === 'kvm' ? 'kvm' : 'emulated';
  return [
    {
      ...nameOf(boot, run.callback),
      metric: 'ns-ratio',
      setting: { ...settingOf(boot, run), clock },
      value: Number(median.toFixed(4)),
      spread: Number(halfQuartiles.toFixed(4)),
      baseline: 1,
    },
  ];
}

function footprintRows(boot: BenchBoot, output: string): readonly Cost[] | undefined {
  const sizes = readFootprint(output);
  if (sizes === undefined) return undefined;
  const { task, engine, enginePerCpu, sharedPerCpu } = sizes;
  const row = (metric: CostMetric, value: number): Cost => ({ ...nameOf(boot), metric, value, baseline: 0 });
  return [
    row('bytes-per-task', task),
    row('bytes', engine),
    row('bytes-per-cpu', enginePerCpu),
    row('bytes-shared', sharedPerCpu),
  ];
}
