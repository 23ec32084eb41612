/** `quiesce kernel build`: applies series and builds them. */
import type { ExitCode } from '../run.js';
import type { World } from '../world.js';
import { type Built, buildSeries } from './build-series.js';
import { combinations, forEach } from './each-build.js';
import { readKernelProject } from './kernel-project.js';
import type { KernelRequest } from './kernel-request.js';
import { openShop } from './shop.js';

export async function kernelBuild(request: KernelRequest, world: World): Promise<ExitCode> {
  const shop = openShop(readKernelProject(world, request.config), request, world);
  const built: (Built & { readonly series: string; readonly under: string })[] = [];
  const failed = await forEach(shop, combinations(shop, request), async ({ id, config }) => {
    const one = await buildSeries(shop, id, config);
    built.push({ ...one, series: id, under: config });
    if (shop.isDryRun || request.json === true) return;
    await world.stdout.write(`${id} under ${config}: Linux ${one.release}, ${one.image}\n`);
  });
  if (request.json === true && !shop.isDryRun) {
    const report = { format: 'quiesce-kernel-build', version: 1, failed, built };
    await world.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  }
  return failed > 0 ? 1 : 0;
}
