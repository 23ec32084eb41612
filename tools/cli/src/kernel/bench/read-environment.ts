/** What a measurement was made on, and of. */
import { createHash } from 'node:crypto';
import { cpus, release } from 'node:os';
import type { Environment } from '@quiesce/kernel';
import type { Built } from '../build-series.js';
import type { Shop } from '../shop.js';

export async function readEnvironment(
  shop: Shop,
  config: string,
  builds: readonly { readonly series: Environment['series'][number]; readonly built: Built }[],
): Promise<Environment> {
  const { world, project } = shop;
  const { package: name, packageVersion, tree } = project.base;
  const [first] = builds;
  const used = first === undefined ? '' : world.disk.read(first.built.config);
  return {
    host: hostOf(),
    emulator: await versionOf(shop, 'qemu-system-x86_64'),
    compiler: await versionOf(shop, 'gcc'),
    base: { package: name, version: packageVersion, tree },
    config: { name: config, sha256: createHash('sha256').update(used).digest('hex') },
    series: builds.map(({ series }) => series),
  };
}

export function hostOf(): Environment['host'] {
  const all = cpus();
  return { cpu: all[0]?.model.trim() || 'unknown', cores: Math.max(1, all.length), kernel: release() };
}

/** The first line that it prints of its version. */
export async function versionOf({ world, work, known }: Shop, program: string): Promise<string> {
  const before = known.get(program);
  if (before !== undefined) return before;
  const lines: string[] = [];
  const folder = world.disk.kindIfThere(work.root) === 'folder' ? work.root : world.cwd;
  await world.programs({ program, words: ['--version'], folder, onLine: (line) => lines.push(line) });
  const version = lines[0] ?? 'unknown';
  known.set(program, version);
  return version;
}
