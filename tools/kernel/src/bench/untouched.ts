/** The same call on the tree without patches: what the series cost those who do not trace. */
import type { CommandResult } from '../guest/read-results.js';
import { endingText } from '../guest/read-results.js';
import type { BenchProgram } from './bench-config.js';
import { readBenchLines } from './bench-lines.js';
import { type CallCost, mostFrequent, readCounts } from './counts.js';

export interface UntouchedBoot {
  readonly audit: boolean;
  readonly command: string;
}

export interface UntouchedCall extends CallCost {
  readonly rfc?: number;
  readonly audit: boolean;
}

export type ReadUntouched =
  | { readonly ok: true; readonly value: UntouchedCall }
  | { readonly ok: false; readonly reason: string };

/** Nothing is loaded first: the module that attaches needs what the patches add. */
export function planUntouched({ command, count: { calls, rounds } }: BenchProgram): readonly UntouchedBoot[] {
  return [false, true].map((audit) => ({
    audit,
    command: `${command} -n ${calls} -t 1 -r ${rounds} -e none`,
  }));
}

export function untouchedCall(
  { audit, command }: UntouchedBoot,
  rfc: number | undefined,
  results: readonly CommandResult[],
  counts: string,
): ReadUntouched {
  const wrong = (why: string): ReadUntouched => ({ ok: false, reason: `"${command}": ${why}` });
  const [result] = results;
  if (result === undefined) return { ok: false, reason: `The guest ended before "${command}" was run` };
  const { ending, output } = result;
  if (ending.kind !== 'exit' || ending.status !== 0) return wrong(endingText(ending));
  const lines = readBenchLines(output);
  const runs = readCounts(counts);
  if (lines.length === 0 || lines.some(({ traced }) => traced)) return wrong('expected untraced loops only');
  if (runs === undefined || runs.length !== lines.length)
    return wrong('the plugin has not counted each of its runs');
  const most = mostFrequent(runs);
  if (most === undefined || most.share <= 0.5) return wrong('no cost is that of most of its calls');
  return { ok: true, value: { ...(rfc === undefined ? {} : { rfc }), audit, ...most.cost } };
}
