/** `quiesce kernel bench`: what each option costs a traced system call, counted and timed on the kernel that is built of its series. */
import { relative, resolve } from 'node:path';
import { ToolError } from '@quiesce/contract';
import {
  type Accelerator,
  accelerators,
  type BenchConfig,
  type CostReport,
  claimTables,
  costTables,
  idleAudit,
  makeReport,
  measuredSets,
  mergeReport,
  type Published,
  parseCostReport,
  parsePublished,
  type Table,
  tableMarkdown,
  tableText,
  type UntouchedCall,
} from '@quiesce/kernel';
import { readProject } from '../../project.js';
import type { ExitCode } from '../../run.js';
import type { World } from '../../world.js';
import { forEach } from '../each-build.js';
import { type KernelProject, readKernelProject } from '../kernel-project.js';
import type { KernelRequest } from '../kernel-request.js';
import { needPrograms, openShop, type Shop } from '../shop.js';
import { benchFastPath } from './bench-fast-path.js';
import { chooseMeasured, type Measured, measureSeries, measureUntouched } from './measured-series.js';
import { hostOf, readEnvironment, versionOf } from './read-environment.js';

export interface BenchRequest extends Omit<KernelRequest, 'accel'> {
  /** What times are taken on; none: nothing is timed. Counting is always emulated. */
  readonly accel?: Accelerator | 'both' | 'none';
  readonly quick?: boolean;
  /** Only options of this RFC. */
  readonly rfc?: number;
  /** Only the fast paths in user space: no kernel is built. */
  readonly user?: boolean;
  readonly markdown?: boolean;
  /** Write the report to the file that quiesce.json calls costs. */
  readonly write?: boolean;
}

export async function kernelBench(request: BenchRequest, world: World): Promise<ExitCode> {
  const project = readKernelProject(world, request.config);
  const { accel, ...rest } = request;
  const shop = openShop(project, rest, world);
  const bench = benchOf(project);
  const published = readPublished(project, bench, world);
  const target = request.write === true ? costsPath(request, world) : undefined;
  const reported =
    request.user === true ? await userReport(shop, bench, request) : await kernelReport(shop, bench, request);
  if (reported === undefined) return 0;
  const { failed, report } = reported;
  await world.stdout.write(shownText(report, published, request));
  const odd = idleAudit(report.rows);
  if (odd !== undefined)
    await world.stderr.write(
      `quiesce: error: ${odd}: audit was not at work\nquiesce: hint: The configuration ${bench.config} needs CONFIG_AUDITSYSCALL.\n`,
    );
  if (failed > 0 || odd !== undefined) return 1;
  if (target !== undefined) {
    world.disk.write(target, reportText(whole(report, request.rfc, target, world)));
    await world.stderr.write(`quiesce: wrote ${relative(world.cwd, target)}\n`);
  }
  return 0;
}

/** With what the file says of other RFCs, where only one was measured. */
function whole(report: CostReport, rfc: number | undefined, target: string, { disk }: World): CostReport {
  const text = disk.readIfThere(target);
  const earlier = text === undefined ? undefined : parseCostReport(text);
  if (rfc === undefined || earlier?.ok !== true) return report;
  const merged = mergeReport(earlier.costs, report, rfc);
  if (merged.ok) return merged.report;
  throw new ToolError(
    `Cannot write the costs of RFC ${rfc} beside those of other RFCs: ${merged.what} is not the same`,
    { hint: 'Measure all of them again: leave out --rfc.' },
  );
}

interface Reported {
  /** How many series could not be measured. */
  readonly failed: number;
  readonly report: CostReport;
}

/** Undefined: it was only printed what would be done. */
async function kernelReport(
  shop: Shop,
  bench: BenchConfig,
  { series: names, accel, rfc, quick = false }: BenchRequest,
): Promise<Reported | undefined> {
  needPrograms(shop, ['qemu-system-x86_64', 'gcc']);
  const measured: Measured[] = [];
  const how = { accelerators: clocksOf(accel), quick };
  let failed = await forEach(shop, chooseMeasured(shop.project, bench, names, rfc), async (one) => {
    measured.push(await measureSeries(shop, bench, one, how));
  });
  const rows = measured.flatMap((one) => one.rows);
  const untouched: UntouchedCall[] = [];
  failed += await forEach(shop, names.length === 0 ? bench.programs : [], async (program) => {
    const first = measured.find(({ series }) => program.rfc === undefined || series.rfc === program.rfc);
    if (first !== undefined) untouched.push(...(await measureUntouched(shop, bench, program, first.built)));
  });
  if (names.length === 0 && (rfc === undefined || rfc === bench.fastPath?.rfc))
    rows.push(...(await benchFastPath(shop, bench, quick)));
  if (shop.isDryRun) return undefined;
  const environment = await readEnvironment(shop, bench.config, measured);
  return { failed, report: makeReport(rows, untouched, environment) };
}

function clocksOf(accel: BenchRequest['accel'] = 'tcg'): readonly Accelerator[] {
  if (accel === 'none') return [];
  return accel === 'both' ? accelerators : [accel];
}

async function userReport(
  shop: Shop,
  bench: BenchConfig,
  { quick = false }: BenchRequest,
): Promise<Reported | undefined> {
  if (bench.fastPath === undefined)
    throw new ToolError('Cannot find the fast paths: "bench" of kernel.json has no "fastPath"', {
      hint: 'tools/kernel/README.md shows what stands in it.',
    });
  const rows = await benchFastPath(shop, bench, quick);
  if (shop.isDryRun) return undefined;
  const { cpu, cores, kernel } = hostOf();
  const report: CostReport = {
    format: 'quiesce-costs',
    version: 1,
    machine: `${cpu}, ${cores} cores`,
    kernel: `Linux ${kernel} of this machine`,
    config: await versionOf(shop, 'gcc'),
    rows,
  };
  return { failed: 0, report };
}

function benchOf({ kernel }: KernelProject): BenchConfig {
  if (kernel.bench !== undefined) return kernel.bench;
  throw new ToolError('Cannot find what to measure: kernel.json has no "bench"', {
    hint: 'tools/kernel/README.md shows what stands in it.',
  });
}

function readPublished(
  { folder }: KernelProject,
  { published }: BenchConfig,
  { disk }: World,
): Published | undefined {
  if (published === undefined) return undefined;
  const read = parsePublished(disk.read(resolve(folder, published)));
  if (read.ok) return read.published;
  throw new ToolError(`Unexpected figures in ${published}: ${read.reason}`);
}

/** A part of the series, or a quick look, must not take the place of all that was measured. */
function costsPath({ config, series, quick, user }: BenchRequest, world: World): string {
  const project = readProject(world, config);
  if (project.config.costs === undefined)
    throw new ToolError('Cannot write the costs: quiesce.json does not name their file', {
      hint: 'Add "costs": "patches/costs.json".',
    });
  if (series.length > 0 || quick === true || user === true)
    throw new ToolError(
      'Cannot write the costs of a part: --write is for all series, without --quick and --user',
      {
        hint: 'Leave out --write; --json prints the report.',
      },
    );
  return resolve(project.root, project.config.costs);
}

function shownText(
  report: CostReport,
  published: Published | undefined,
  { json, markdown, user }: BenchRequest,
): string {
  if (json === true) return reportText(report);
  const tables: readonly Table[] = [
    ...costTables(report),
    ...(published === undefined || user === true
      ? []
      : claimTables(published, measuredSets(report, published))),
  ];
  const { machine, kernel, config } = report;
  const head = `${kernel}, ${config}\n${machine}\n\n`;
  return head + tables.map(markdown === true ? tableMarkdown : tableText).join('\n');
}

function reportText(report: CostReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
