/** `quiesce kernel fetch`: the tree that the series are for. */
import type { ExitCode } from '../run.js';
import type { World } from '../world.js';
import { fetchBase } from './fetch-base.js';
import { readKernelProject } from './kernel-project.js';
import type { KernelRequest } from './kernel-request.js';
import { openShop } from './shop.js';

export async function kernelFetch(request: KernelRequest, world: World): Promise<ExitCode> {
  const shop = openShop(readKernelProject(world, request.config), request, world);
  const commit = await fetchBase(shop);
  if (shop.isDryRun) return 0;
  const { package: name, packageVersion, tree } = shop.project.base;
  const { repository } = shop.work;
  await world.stdout.write(
    request.json === true
      ? `${JSON.stringify({ format: 'quiesce-kernel-fetch', version: 1, package: name, packageVersion, tree, commit, repository }, null, 2)}\n`
      : `${name} ${packageVersion} is commit ${commit.slice(0, 12)} in ${repository}\n`,
  );
  return 0;
}
