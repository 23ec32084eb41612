/** `quiesce kernel test`: boots each series, runs the project's commands in the guest, and prints what came of them as TAP. */
import { join } from 'node:path';
import { isFailure, judgeGuest, planGuests, type TestPoint, tapHeader, tapPoint } from '@quiesce/kernel';
import type { ExitCode } from '../run.js';
import type { World } from '../world.js';
import { buildSeries } from './build-series.js';
import { type Combination, combinations, forEach } from './each-build.js';
import { guestSettings } from './guest-settings.js';
import { readKernelProject } from './kernel-project.js';
import type { KernelRequest } from './kernel-request.js';
import { filesOf, runGuest } from './run-guest.js';
import { openShop, type Shop } from './shop.js';
import { StepError } from './step-error.js';

interface TestedSeries extends Combination {
  readonly commit: string;
  readonly points: readonly TestPoint[];
}

export async function kernelTest(request: KernelRequest, world: World): Promise<ExitCode> {
  const shop = openShop(readKernelProject(world, request.config), request, world);
  const all = combinations(shop, request);
  const tested: TestedSeries[] = [];
  const isTap = request.json !== true && !shop.isDryRun;
  if (isTap) await world.stdout.write(tapHeader(all.length));
  await forEach(shop, all, async (one) => {
    let failure: StepError | undefined;
    const result = await testSeries(shop, one).catch((error: unknown): TestedSeries => {
      if (!(error instanceof StepError)) throw error;
      failure = error;
      return { ...one, commit: '', points: [notBuilt(error)] };
    });
    tested.push(result);
    if (isTap) await world.stdout.write(tapPoint(seriesPoint(result), tested.length));
    if (failure !== undefined) throw failure;
  });
  if (request.json === true) {
    const { tree } = shop.project.base;
    const report = { format: 'quiesce-kernel-test', version: 1, tree, tested };
    await world.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  }
  return tested.some((one) => isFailure(seriesPoint(one))) ? 1 : 0;
}

function seriesPoint({ id, config, points }: TestedSeries): TestPoint {
  return { isOk: !points.some(isFailure), name: `${id} under ${config}`, talk: [], points };
}

function notBuilt({ message, hint }: StepError): TestPoint {
  const talk = [...message.split('\n'), ...(hint === undefined ? [] : [hint])];
  return { isOk: false, name: 'it can be built', talk, points: [] };
}

async function testSeries(shop: Shop, { id, config }: Combination): Promise<TestedSeries> {
  const { project, work } = shop;
  const built = await buildSeries(shop, id, config);
  const points: TestPoint[] = [];
  for (const [index, plan] of planGuests(project.kernel, id, config).entries()) {
    const isSecond = index > 0;
    await shop.steps.begin('BOOT', `${id} ${config}${isSecond ? `: ${plan.caught?.command}` : ''}`);
    const answer = await runGuest(shop, {
      ...guestSettings(shop, config, plan.commands.length),
      image: built.image,
      files: filesOf(built),
      commands: plan.commands,
      folder: join(work.root, 'guest', id, `${config}${isSecond ? '-caught' : ''}`),
      what: `boot ${id} under ${config}`,
    });
    if (shop.isDryRun) continue;
    const judged = judgeGuest({ ...answer, plan }, project.kernel.configs[config]?.heed);
    const wholeLog = `the whole log is ${answer.consolePath}`;
    points.push(
      ...judged.map((point) => (isFailure(point) ? { ...point, talk: [...point.talk, wholeLog] } : point)),
    );
  }
  return { id, config, commit: built.commit, points };
}
