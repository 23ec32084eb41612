/**
 * Builds a series under a configuration. Each configuration has one working tree and one build folder, in which series
 * follow each other, so that make compiles again only what differs. What is kept of a build is put beside; its stamp comes last, and tells what
 * it was made of: where it is there and still true, nothing is done.
 */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { parsedJson } from '../parsed-json.js';
import { applySeries } from './apply-series.js';
import { configure, fragmentPaths } from './configure.js';
import { pristine } from './kernel-project.js';
import { withLock } from './lock.js';
import { makeEnv, makeWords } from './make-words.js';
import { buildPrograms, hasProgram } from './needed-programs.js';
import { runGit } from './run-git.js';
import { needPrograms, runStep, type Shop } from './shop.js';

export interface Built {
  /** All paths are inside it. */
  readonly folder: string;
  readonly image: string;
  /** Modules that were built, `.ko` files. */
  readonly modules: readonly string[];
  /** Programs of the selftests, linked statically. */
  readonly tests: readonly string[];
  /** The configuration that make used. */
  readonly config: string;
  readonly commit: string;
  /** As `uname -r` says in the guest. */
  readonly release: string;
  /** Of patches, configuration and compiler: another build with it is the same. */
  readonly digest: string;
}

const imagePath = 'arch/x86/boot/bzImage';

/** `id`: of a series, or `pristine`; `config`: a name of the project's. */
export async function buildSeries(shop: Shop, id: string, config: string): Promise<Built> {
  const { commit, digest: applied } = await applySeries(shop, id);
  const { work } = shop;
  const digest = await buildDigest(shop, applied, config);
  const known = readStamp(shop, id, config);
  if (known?.digest === digest) return known;
  needPrograms(shop, buildPrograms);
  return withLock(shop, `${work.source(config)}.lock`, async () => {
    // Who held the lock may have built just this.
    const built = readStamp(shop, id, config);
    if (built?.digest === digest) return built;
    const what = `build ${id} under ${config}`;
    await checkOut(shop, config, commit);
    await shop.steps.begin('CONFIG', `${id} ${config}`);
    await configure(shop, config, commit, id !== pristine);
    await makeKernel(shop, config, `${id} ${config}`, what, work.log('build', config, id));
    return keep(shop, id, config, { commit, digest, what });
  });
}

/** The kernel and the modules, in the build folder of a configuration that is configured. */
export async function makeKernel(
  shop: Shop,
  config: string,
  shown: string,
  what: string,
  log: string,
): Promise<readonly string[]> {
  await shop.steps.begin('MAKE', `${shown}${hasProgram('ccache', shop.world) ? '' : ' (without ccache)'}`);
  let count = 0;
  try {
    return await runStep(shop, {
      program: 'make',
      words: [...makeWords(shop, config), 'bzImage', 'modules'],
      folder: shop.work.source(config),
      env: makeEnv(shop),
      what,
      log,
      onLine: (line) => {
        count += 1;
        shop.steps.status(`${count} ${line.trim()}`);
      },
    });
  } finally {
    shop.steps.clear();
  }
}

/** Brings the working tree of a configuration to a commit, whatever state a process that was killed left it in. */
export async function checkOut(shop: Shop, config: string, commit: string): Promise<void> {
  const { work, world, steps, isDryRun } = shop;
  const source = work.source(config);
  const what = `check out ${config}`;
  if (world.disk.kindIfThere(join(source, '.git')) === undefined) {
    await steps.begin('TREE', config);
    if (!isDryRun) {
      world.disk.remove(source);
      await runGit(shop, what, work.repository, ['worktree', 'prune']);
    }
    const add = ['worktree', 'add', '--quiet', '--no-checkout', '--detach', source, commit];
    await runGit(shop, what, work.repository, add);
  } else if (!isDryRun) {
    const [folder] = [await runGit(shop, what, source, ['rev-parse', '--absolute-git-dir'])];
    world.disk.remove(join(folder, 'index.lock'));
  }
  await runGit(shop, what, source, ['checkout', '--quiet', '--force', '--detach', commit]);
}

/** Copies what is kept, and puts it in its place as a whole. */
async function keep(
  shop: Shop,
  id: string,
  config: string,
  { commit, digest, what }: { readonly commit: string; readonly digest: string; readonly what: string },
): Promise<Built> {
  const { work, world } = shop;
  const { disk } = world;
  const [build, out] = [work.build(config), work.out(id, config)];
  const fresh = `${out}.making`;
  if (!shop.isDryRun) disk.remove(fresh);
  await makeTests(shop, id, config, join(fresh, 'tests'), what);
  if (shop.isDryRun) return stamped(out, { commit, digest, release: '', modules: [], tests: [] });
  disk.copy(join(build, imagePath), join(fresh, 'bzImage'));
  disk.copy(join(build, '.config'), join(fresh, 'config'));
  disk.copy(join(build, 'System.map'), join(fresh, 'System.map'));
  const listed = (disk.readIfThere(join(build, 'modules.order')) ?? '').split('\n');
  const modules = listed.filter((path) => path !== '').map((path) => path.replace(/\.o$/, '.ko'));
  for (const path of modules) disk.copy(join(build, path), join(fresh, 'modules', basename(path)));
  const tests = (disk.listIfThere(join(fresh, 'tests')) ?? []).filter(
    (name) => disk.kindIfThere(join(fresh, 'tests', name)) === 'program',
  );
  const release = disk.read(join(build, 'include/config/kernel.release')).trim();
  const stamp = { commit, digest, release, modules: modules.map((path) => basename(path)), tests };
  disk.write(join(fresh, 'stamp.json'), `${JSON.stringify(stamp, null, 2)}\n`);
  disk.remove(out);
  disk.rename(fresh, out);
  return stamped(out, stamp);
}

/** The selftests, if the project names their folder and the tree has it. */
async function makeTests(
  shop: Shop,
  id: string,
  config: string,
  folder: string,
  what: string,
): Promise<void> {
  const { project, work, world } = shop;
  const { selftests } = project.kernel.guest;
  if (selftests === undefined) return;
  const path = join(work.source(config), selftests);
  if (!shop.isDryRun) {
    if (world.disk.kindIfThere(path) !== 'folder') return;
    world.disk.makeFolder(folder);
  }
  await shop.steps.begin('TESTS', `${id} ${config}`);
  await runStep(shop, {
    program: 'make',
    words: ['-C', path, `OUTPUT=${folder}`, 'CC=gcc', `--jobs=${shop.jobs}`],
    folder: path,
    // The guest has no libraries. In the environment, what the Makefile adds to it is added.
    env: { LC_ALL: 'C', LDFLAGS: '-static' },
    what: `${what}: the selftests`,
    log: work.log('build', config, `${id}-tests`),
  });
}

const stampSchema = z.strictObject({
  commit: z.string(),
  digest: z.string(),
  release: z.string(),
  /** Names of files. */
  modules: z.array(z.string()),
  tests: z.array(z.string()),
});

type Stamp = Readonly<z.output<typeof stampSchema>>;

/** One that cannot be read counts as none: the build is done again. */
function readStamp({ work, world }: Shop, id: string, config: string): Built | undefined {
  const out = work.out(id, config);
  const text = world.disk.readIfThere(join(out, 'stamp.json'));
  const read = text === undefined ? undefined : stampSchema.safeParse(parsedJson(text));
  return read?.success === true ? stamped(out, read.data) : undefined;
}

function stamped(folder: string, { commit, digest, release, modules, tests }: Stamp): Built {
  return {
    folder,
    image: join(folder, 'bzImage'),
    modules: modules.map((name) => join(folder, 'modules', name)),
    tests: tests.map((name) => join(folder, 'tests', name)),
    config: join(folder, 'config'),
    commit,
    digest,
    release,
  };
}

/** Changes when anything does that the kernel is made of. */
async function buildDigest(shop: Shop, applied: string, config: string): Promise<string> {
  const { world, project } = shop;
  const hash = createHash('sha256')
    .update(applied)
    .update(await compilerVersion(shop));
  hash.update(JSON.stringify(project.kernel.guest.selftests ?? ''));
  for (const path of fragmentPaths(shop, config)) hash.update(`${basename(path)}\0${world.disk.read(path)}`);
  return hash.digest('hex');
}

async function compilerVersion({ world, known, work }: Shop): Promise<string> {
  const before = known.get('gcc');
  if (before !== undefined) return before;
  const lines: string[] = [];
  if (hasProgram('gcc', world))
    await world.programs({
      program: 'gcc',
      words: ['--version'],
      folder: world.disk.kindIfThere(work.root) === 'folder' ? work.root : world.cwd,
      onLine: (line) => lines.push(line),
    });
  known.set('gcc', lines[0] ?? '');
  return lines[0] ?? '';
}
