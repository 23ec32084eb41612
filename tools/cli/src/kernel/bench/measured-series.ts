/** Which series are measured, each with the program that knows its interface; and what came of measuring one. */
import { ToolError } from '@quiesce/contract';
import {
  type BenchConfig,
  type BenchProgram,
  type BenchRequest,
  bootText,
  type Cost,
  commandsOf,
  type Environment,
  planBench,
  planUntouched,
  rowsOfBoot,
  type UntouchedCall,
  untouchedCall,
} from '@quiesce/kernel';
import type { Series } from '@quiesce/series';
import { type Built, buildSeries } from '../build-series.js';
import { chooseSeries, type KernelProject, pristine } from '../kernel-project.js';
import type { Shop } from '../shop.js';
import { type BootTools, benchBoot } from './bench-boot.js';
import { compilePlugin } from './compile-plugin.js';
import { hostOf, versionOf } from './read-environment.js';

export interface Chosen {
  readonly series: Series & { readonly option: string };
  readonly program: BenchProgram;
}

export interface Measured {
  readonly series: Environment['series'][number];
  readonly built: Built;
  readonly rows: readonly Cost[];
}

/** No names: all that are an option, of `rfc` if given, and that a program knows. A name of another one is a `ToolError`. */
export function chooseMeasured(
  project: KernelProject,
  { programs }: BenchConfig,
  names: readonly string[],
  only: number | undefined,
): readonly Chosen[] {
  return chooseSeries(project, names).flatMap((id) => {
    const series = project.series.find((one) => one.series.id === id)?.series;
    const program = programs.find(({ rfc }) => rfc === undefined || rfc === series?.rfc);
    if (series?.option !== undefined && program !== undefined && (only ?? series.rfc) === series.rfc)
      return [{ series: { ...series, option: series.option }, program }];
    if (!names.includes(id)) return [];
    const why =
      series === undefined
        ? 'it has nothing to trace with'
        : series.option === undefined
          ? 'its series.json names no option'
          : program !== undefined
            ? `it is of RFC ${series.rfc}`
            : `no program of "bench" in kernel.json is for RFC ${series.rfc}`;
    throw new ToolError(`Unexpected series ${JSON.stringify(id)}: ${why}`);
  });
}

export async function measureSeries(
  shop: Shop,
  bench: BenchConfig,
  { series: { id, option, rfc, series: version }, program }: Chosen,
  how: BenchRequest,
): Promise<Measured> {
  const one = { id, option, ...(rfc === undefined ? {} : { rfc }) };
  const built = await buildSeries(shop, id, bench.config);
  const tools = await bootTools(shop, bench);
  const rows: Cost[] = [];
  for (const boot of planBench(program, [one], how)) {
    const read = await benchBoot(
      shop,
      {
        ...boot,
        text: bootText(boot),
        commands: commandsOf(boot),
        isCounted: boot.kind === 'count',
        read: (results, counts) => rowsOfBoot(boot, results, counts),
      },
      built,
      tools,
    );
    rows.push(...(read ?? []));
  }
  return { series: { ...one, version, commit: built.commit }, built, rows };
}

/** The tree without patches has no program of ours: it gets those that were built for `tests`. */
export async function measureUntouched(
  shop: Shop,
  bench: BenchConfig,
  program: BenchProgram,
  tests: Built,
): Promise<readonly UntouchedCall[]> {
  const { image, digest } = await buildSeries(shop, pristine, bench.config);
  const tools = await bootTools(shop, bench);
  const calls: UntouchedCall[] = [];
  for (const boot of planUntouched(program)) {
    const call = await benchBoot(
      shop,
      {
        ...boot,
        id: pristine,
        text: `the tree without patches, audit ${boot.audit ? 'on' : 'off'}, counted`,
        commands: [boot.command],
        accelerator: 'tcg',
        isCounted: true,
        read: (results, counts) => untouchedCall(boot, program.rfc, results, counts),
      },
      { image, modules: [], tests: tests.tests, digest: `${digest} ${tests.digest}` },
      tools,
    );
    if (call !== undefined) calls.push(call);
  }
  return calls;
}

async function bootTools(shop: Shop, { processors, config }: BenchConfig): Promise<BootTools> {
  const plugin = await compilePlugin(shop);
  const emulator = shop.isDryRun ? '' : await versionOf(shop, 'qemu-system-x86_64');
  return { plugin, host: JSON.stringify([hostOf(), emulator]), processors, config };
}
