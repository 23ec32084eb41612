/** `quiesce kernel apply`: applies series to the tree, and builds nothing. */
import type { ExitCode } from '../run.js';
import type { World } from '../world.js';
import { applySeries } from './apply-series.js';
import { forEach } from './each-build.js';
import { chooseSeries, ownPatches, readKernelProject } from './kernel-project.js';
import type { KernelRequest } from './kernel-request.js';
import { openShop } from './shop.js';

export async function kernelApply(request: KernelRequest, world: World): Promise<ExitCode> {
  const project = readKernelProject(world, request.config);
  const shop = openShop(project, request, world);
  const applied: { readonly series: string; readonly patches: number; readonly commit: string }[] = [];
  const failed = await forEach(shop, chooseSeries(project, request.series), async (series) => {
    const { commit } = await applySeries(shop, series);
    const patches = ownPatches(project, series).length;
    applied.push({ series, patches, commit });
    if (shop.isDryRun || request.json === true) return;
    await world.stdout.write(`${series} is commit ${commit.slice(0, 12)} in ${shop.work.repository}\n`);
  });
  if (request.json === true && !shop.isDryRun) {
    const report = { format: 'quiesce-kernel-apply', version: 1, failed, applied };
    await world.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  }
  return failed > 0 ? 1 : 0;
}
