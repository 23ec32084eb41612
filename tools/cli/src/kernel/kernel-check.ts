/** `quiesce kernel check`: what a maintainer asks of each patch, as TAP. */
import { isFailure, type TestPoint, tapHeader, tapPoint } from '@quiesce/kernel';
import type { ExitCode } from '../run.js';
import type { World } from '../world.js';
import { checkPatches } from './check-patches.js';
import { combinations, forEach } from './each-build.js';
import { pristine, readKernelProject } from './kernel-project.js';
import type { KernelRequest } from './kernel-request.js';
import { openShop } from './shop.js';
import { StepError } from './step-error.js';

export async function kernelCheck(request: KernelRequest, world: World): Promise<ExitCode> {
  const shop = openShop(readKernelProject(world, request.config), request, world);
  const [first] = Object.keys(shop.project.kernel.configs);
  // A patch that builds under one configuration builds under most; which others are worth the time is the user's to say.
  const under = request.under.length > 0 ? request.under : [first!];
  const all = combinations(shop, { ...request, under }).filter(({ id }) => id !== pristine);
  const checked: TestPoint[] = [];
  const isTap = request.json !== true && !shop.isDryRun;
  if (isTap) await world.stdout.write(tapHeader(all.length));
  const take = async (point: TestPoint): Promise<void> => {
    checked.push(point);
    if (isTap) await world.stdout.write(tapPoint(point, checked.length));
  };
  await forEach(shop, all, async ({ id, config }) => {
    const name = `${id} under ${config}`;
    try {
      const points = await checkPatches(shop, id, config);
      await take({ isOk: !points.some(isFailure), name, talk: [], points });
    } catch (error) {
      if (error instanceof StepError)
        await take({ isOk: false, name, talk: error.message.split('\n'), points: [] });
      throw error;
    }
  });
  if (request.json === true && !shop.isDryRun) {
    const report = { format: 'quiesce-kernel-check', version: 1, tree: shop.project.base.tree, checked };
    await world.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  }
  return checked.some(isFailure) ? 1 : 0;
}
