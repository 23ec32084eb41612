/**
 * Which boots a measurement takes. What is counted and what is timed has boots of its own, since the plugin that counts would be timed
 * too; audit is on or off for a whole boot. The rest is asked within one boot.
 */
import type { EngineKind } from '../costs/cost-report.js';
import type { Accelerator } from '../guest/qemu-command.js';
import type { BenchProgram } from './bench-config.js';

/** One run of the bench program. */
export interface BenchRun {
  readonly command: string;
  readonly cpus: number;
  readonly engine: EngineKind;
  /** Absent: it does nothing. */
  readonly callback?: string;
}

export interface BenchBoot extends BenchedSeries {
  readonly audit: boolean;
  readonly kind: 'count' | 'time';
  readonly accelerator: Accelerator;
  readonly setup: readonly string[];
  readonly runs: readonly BenchRun[];
  readonly footprint?: string;
}

/** A series, and what it implements. */
export interface BenchedSeries {
  readonly id: string;
  readonly option: string;
  readonly rfc?: number;
}

export interface BenchRequest {
  /** What times are taken on; counting is always emulated. */
  readonly accelerators: readonly Accelerator[];
  /** Fewer rounds, one processor, a private engine: to see that it works. */
  readonly quick: boolean;
}

const quickRounds = 2;

/** In the order of `series`; counting comes first. */
export function planBench(
  program: BenchProgram,
  series: readonly BenchedSeries[],
  { accelerators, quick }: BenchRequest,
): readonly BenchBoot[] {
  const kinds = [
    { kind: 'count', accelerator: 'tcg' } as const,
    ...accelerators.map((accelerator) => ({ kind: 'time', accelerator }) as const),
  ];
  return series.flatMap((one) =>
    kinds.flatMap(({ kind, accelerator }) =>
      [false, true].map((audit) => ({
        ...one,
        audit,
        kind,
        accelerator,
        setup: program.setup ?? [],
        runs: runsOf(program, one.id, kind, quick),
        ...(program.footprint !== undefined && kind === 'count' && !audit
          ? { footprint: program.footprint }
          : {}),
      })),
    ),
  );
}

function runsOf(
  program: BenchProgram,
  id: string,
  kind: BenchBoot['kind'],
  quick: boolean,
): readonly BenchRun[] {
  const { calls, rounds } = program[kind];
  const callbacks = [undefined, ...(program.callbacks[id] ?? [])];
  return (quick ? program.threads.slice(0, 1) : program.threads).flatMap((cpus) =>
    (quick ? program.engines.slice(0, 1) : program.engines).flatMap((engine) =>
      callbacks.map((callback) => {
        const words = [
          '-n',
          calls,
          '-t',
          cpus,
          '-r',
          quick ? Math.min(rounds, quickRounds) : rounds,
          '-e',
          engine,
        ];
        const does = callback === undefined ? [] : [`--${callback}`];
        return {
          command: [program.command, ...words, ...does].join(' '),
          cpus,
          engine,
          ...(callback === undefined ? {} : { callback }),
        };
      }),
    ),
  );
}

/** All that runs in the guest, in this order. */
export function commandsOf({ setup, runs, footprint }: BenchBoot): readonly string[] {
  return [...setup, ...runs.map(({ command }) => command), ...(footprint === undefined ? [] : [footprint])];
}

/** As one says it: `record, audit on, timed (KVM)`. */
export function bootText({ option, audit, kind, accelerator }: BenchBoot): string {
  const how = kind === 'count' ? 'counted' : `timed (${accelerator === 'kvm' ? 'KVM' : 'TCG'})`;
  return `${option}, audit ${audit ? 'on' : 'off'}, ${how}`;
}
