/**
 * What the program for user space prints, which runs the fast path of each option and nothing of a kernel around it:
 *
 *     fast option=record callback=- threads=2 line=shared round=3 thread=0 calls=200000 ns=412345
 *
 * `callback=-` is one that does nothing. The option of the first line is what the others are compared with, each within its round,
 * thread and setting. The order of lines is of no account but for that.
 */
import type { Cost, CostSetting } from '../costs/cost-report.js';
import { middleOf } from './spread.js';

const form =
  /^fast option=(\S+) callback=(\S+) threads=(\d+) line=(private|shared) round=(\d+) thread=(\d+) calls=(\d+) ns=(\d+)$/;

interface FastLine {
  readonly option: string;
  readonly callback: string;
  readonly threads: number;
  readonly line: CostSetting['engine'];
  /** Of round, thread and setting: lines that may be compared have the same. */
  readonly place: string;
  readonly nsPerCall: number;
}

/** Undefined if there is nothing to compare, or something that can be compared with nothing. */
export function fastPathRows(output: string, rfc?: number): readonly Cost[] | undefined {
  const lines = output.split('\n').flatMap(readLine);
  const [first] = lines;
  const baseline = new Map(
    lines
      .filter(({ option, callback }) => option === first?.option && callback === first.callback)
      .map(({ place, nsPerCall }) => [place, nsPerCall]),
  );
  const groups = new Map<string, { readonly line: FastLine; readonly ratios: number[] }>();
  for (const line of lines) {
    const whole = baseline.get(line.place);
    if (whole === undefined || whole === 0) return undefined;
    const key = [line.option, line.callback, line.threads, line.line].join(' ');
    const group = groups.get(key) ?? { line, ratios: [] };
    group.ratios.push(line.nsPerCall / whole);
    groups.set(key, group);
  }
  return groups.size === 0
    ? undefined
    : [...groups.values()].map(({ line, ratios }) => rowOf(line, ratios, rfc));
}

function readLine(text: string): readonly FastLine[] {
  const match = form.exec(text.trimEnd());
  if (match === null) return [];
  const [, option, callback, threads, line, round, thread, calls, ns] = match;
  return [
    {
      option: option!,
      callback: callback!,
      threads: Number(threads),
      line: line === 'shared' ? 'shared' : 'private',
      place: [threads, line, round, thread].join(' '),
      nsPerCall: Number(ns) / Number(calls),
    },
  ];
}

function rowOf({ option, callback, threads, line }: FastLine, ratios: readonly number[], rfc?: number): Cost {
  const { median, halfQuartiles } = middleOf(ratios);
  return {
    option,
    ...(rfc === undefined ? {} : { rfc }),
    ...(callback === '-' ? {} : { callback }),
    metric: 'fast-path',
    setting: { cpus: threads, engine: line, audit: false, clock: 'native' },
    value: Number(median.toFixed(3)),
    spread: Number(halfQuartiles.toFixed(3)),
    baseline: 1,
  };
}
