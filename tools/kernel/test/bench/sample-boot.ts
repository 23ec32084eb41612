/** What comes out of a boot of a bench, made up. */
import type { CountedRun } from '../../src/bench/counts.js';
import { type BenchBoot, commandsOf } from '../../src/bench/plan.js';
import type { CommandResult } from '../../src/guest/read-results.js';

interface RunShape {
  readonly cpu?: number;
  readonly run?: number;
  /** Times, instructions, locked. */
  readonly bins?: readonly (readonly [number, number, number?])[];
}

export function run({ cpu = 0, run: number = 0, bins = [[10, 200]] }: RunShape): CountedRun {
  const counts = bins.map(([times, instructions, locked = 0]) => {
    return { times, instructions, locked, barriers: 0, mfence: 0, lfence: 0, sfence: 0 };
  });
  const iterations = counts.reduce((sum, { times }) => sum + times, 0);
  return { cpu, run: number, stopped: true, iterations, values: counts.length, counts };
}

export function countsText(runs: readonly CountedRun[]): string {
  const head = { format: 'quiesce-counts', version: 1, cpus: 2 };
  return [head, ...runs].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** A traced call takes half as long again on processor 0, and twice as long on processor 1. */
export function benchOutput(
  cpus: number,
  rounds: number,
  change: (line: string) => string = (line) => line,
): string {
  const lines: string[] = [];
  for (let number = 0; number < 2 * rounds; number++) {
    for (let cpu = 0; cpu < cpus; cpu++) {
      const traced = number % 2 === 1;
      const ns = traced ? (cpu === 0 ? 1500 : 2000) : 1000;
      const head = `bench run=${number} round=${number >> 1} thread=${cpu} cpu=${cpu} phase=${traced ? 'traced' : 'untraced'}`;
      lines.push(
        change(
          `${head} engine=private sync=0 calls=10 ns=${ns} checked=${traced ? 8 : 0} counted=${traced ? 9 : 0}`,
        ),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

export const footprintOutput =
  'footprint option=relay contract=3 task=72 engine=96 engine_percpu=8 shared_percpu=0\n';

export function resultsOf(boot: BenchBoot, outputs: readonly string[]): readonly CommandResult[] {
  return commandsOf(boot).map((command, index) => ({
    command,
    output: outputs[index] ?? '',
    ending: { kind: 'exit', status: 0 },
  }));
}
