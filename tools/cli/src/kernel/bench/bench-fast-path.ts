/** The fast paths in user space: compiled and run here, without a kernel of ours. */
import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { ToolError } from '@quiesce/contract';
import { type BenchConfig, type Cost, fastPathRows } from '@quiesce/kernel';
import { needPrograms, runStep, type Shop } from '../shop.js';
import { versionOf } from './read-environment.js';

/** A loop of a few nanoseconds is else as fast as its place in the text makes it. */
const flags = ['-O2', '-falign-functions=64', '-falign-loops=64', '-Wall', '-pthread'] as const;

/** None where the project has no such program, or with `--dry-run`. It is run each time: a time is of its moment. */
export async function benchFastPath(
  shop: Shop,
  { fastPath }: BenchConfig,
  isQuick: boolean,
): Promise<readonly Cost[]> {
  if (fastPath === undefined) return [];
  const { world, work, project, steps, isDryRun } = shop;
  needPrograms(shop, ['gcc']);
  const source = resolve(project.folder, fastPath.source);
  const program = await compile(shop, source);
  await steps.begin('BENCH', `the fast paths on this machine`);
  const lines = await runStep(shop, {
    program,
    words: isQuick ? ['-r', '3'] : [],
    folder: work.root,
    what: `measure the fast paths of ${fastPath.source}`,
    log: work.log('fast-path'),
  });
  if (isDryRun) return [];
  const rows = fastPathRows(lines.join('\n'), fastPath.rfc);
  if (rows !== undefined) return rows;
  throw new ToolError(
    `Cannot measure the fast paths of ${fastPath.source}: it has printed no lines "fast option=..."`,
    {
      hint: `What it has printed is in ${work.log('fast-path')}. ${world.disk.kindIfThere(source) === undefined ? '' : 'tools/kernel/README.md shows the form of its lines.'}`,
    },
  );
}

/** Once for each version of the program, of what stands beside it and of the compiler. */
async function compile(shop: Shop, source: string): Promise<string> {
  const { world, work, isDryRun } = shop;
  const { disk } = world;
  const beside = (disk.listIfThere(dirname(source)) ?? []).filter((name) => /\.[ch]$/.test(name));
  const hash = createHash('sha256')
    .update(flags.join(' '))
    .update(isDryRun ? '' : await versionOf(shop, 'gcc'));
  for (const name of beside) hash.update(`${name}\0`).update(disk.readBytes(join(dirname(source), name)));
  const program = join(work.root, 'fast-path', hash.digest('hex').slice(0, 16));
  if (disk.kindIfThere(program) === 'program') return program;
  if (!isDryRun) disk.makeFolder(join(work.root, 'fast-path'));
  const fresh = `${program}.${process.pid}`;
  await runStep(shop, {
    program: 'gcc',
    words: [...flags, '-o', fresh, source],
    folder: work.root,
    what: `compile ${source}`,
    log: work.log('fast-path-compile'),
  });
  if (!isDryRun) disk.rename(fresh, program);
  return program;
}
