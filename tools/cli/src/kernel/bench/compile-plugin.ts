/** The plugin that counts, made once for each version of its sources. */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { needPrograms, runStep, type Shop } from '../shop.js';

export interface Plugin {
  readonly path: string;
  /** Of its sources. */
  readonly digest: string;
}

const sources = ['count.c', 'decode.h', 'qemu-plugin.h'] as const;

export async function compilePlugin(shop: Shop): Promise<Plugin> {
  const { world, work } = shop;
  const source = createRequire(import.meta.url).resolve('@quiesce/kernel/plugin/count.c');
  const hash = createHash('sha256');
  for (const name of sources) hash.update(world.disk.readBytes(join(dirname(source), name)));
  const digest = hash.digest('hex');
  const path = join(work.root, 'plugin', `count-${digest.slice(0, 16)}.so`);
  if (world.disk.kindIfThere(path) !== undefined) return { path, digest };
  needPrograms(shop, ['gcc']);
  if (!shop.isDryRun) world.disk.makeFolder(join(work.root, 'plugin'));
  const fresh = `${path}.${process.pid}`;
  await runStep(shop, {
    program: 'gcc',
    words: ['-O2', '-Wall', '-Werror', '-shared', '-fPIC', '-o', fresh, source],
    folder: work.root,
    what: 'compile the plugin that counts',
    log: work.log('plugin'),
  });
  if (!shop.isDryRun) world.disk.rename(fresh, path);
  return { path, digest };
}
