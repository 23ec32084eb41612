/**
 * The tree that the series are for, as one commit of a repository. It comes from the archive of a Debian package; both the
 * archive and what was unpacked from it must be what base.json says.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ToolError } from '@quiesce/contract';
import { withLock } from './lock.js';
import { resolveName, runGit } from './run-git.js';
import { needPrograms, runStep, type Shop } from './shop.js';

/** The branch with the tree. */
export const baseBranch = 'base';

/** Gives the id of the commit, the same on every machine; empty with `--dry-run` if there is none yet. */
export async function fetchBase(shop: Shop): Promise<string> {
  const known = await knownBase(shop);
  if (known !== undefined) return known;
  return withLock(shop, join(shop.work.root, 'repository.lock'), async () => {
    const meanwhile = await knownBase(shop);
    if (meanwhile !== undefined) return meanwhile;
    return importArchive(shop, await findArchive(shop));
  });
}

async function knownBase(shop: Shop): Promise<string | undefined> {
  const tree = await resolveName(shop, `refs/heads/${baseBranch}^{tree}`);
  return tree === shop.project.base.tree ? resolveName(shop, `refs/heads/${baseBranch}`) : undefined;
}

/** The package that is installed, if its archive is the right one; else it is downloaded, which needs no rights. */
async function findArchive(shop: Shop): Promise<string> {
  const { world, project, work, steps } = shop;
  const { base } = project;
  const log = work.log('fetch');
  const unpacked = join(work.root, 'download', 'unpacked');
  const downloaded = join(unpacked, base.archive.slice(1));
  for (const path of [base.archive, downloaded]) {
    if (world.disk.kindIfThere(path) !== 'file') continue;
    if (sha256Of(shop, path) === base.sha256) return path;
    await steps.begin('SKIP', `${path}: it is not of ${base.package} ${base.packageVersion}`);
  }
  needPrograms(shop, ['apt-get', 'dpkg-deb']);
  const name = `${base.package}=${base.packageVersion}`;
  await steps.begin('FETCH', name);
  const folder = join(work.root, 'download');
  if (!shop.isDryRun) {
    world.disk.remove(folder);
    world.disk.makeFolder(folder);
  }
  const download = { program: 'apt-get', words: ['download', name], folder, what: `download ${name}`, log };
  await runStep(shop, download).catch((error: unknown) => {
    if (!(error instanceof ToolError)) throw error;
    throw new ToolError(error.message, {
      hint: `Let apt know of a source that has the package (deb http://deb.debian.org/debian-security bookworm-security main; then apt-get update), or install it: ${base.archive} is used if it is the right one.`,
      cause: error,
    });
  });
  const file =
    (world.disk.listIfThere(folder) ?? []).find((one) => one.endsWith('.deb')) ?? `${base.package}.deb`;
  await runStep(shop, {
    program: 'dpkg-deb',
    words: ['--extract', file, unpacked],
    folder,
    what: `unpack ${file}`,
    log,
  });
  if (shop.isDryRun) return downloaded;
  world.disk.remove(join(folder, file));
  const found = sha256Of(shop, downloaded);
  if (found === base.sha256) return downloaded;
  throw new ToolError(`Unexpected ${downloaded} with the SHA-256 ${found}, expected ${base.sha256}`, {
    hint: `base.json says that ${base.package} ${base.packageVersion} has it. If the package has changed, the series must be tried on the new tree.`,
  });
}

function sha256Of({ world }: Shop, path: string): string {
  return createHash('sha256').update(world.disk.readBytes(path)).digest('hex');
}

/**
 * The commit is written by hand, with the time 0, so that its id depends on the tree alone. Only when all is right does the
 * repository get its name: one that is there is whole.
 */
async function importArchive(shop: Shop, archive: string): Promise<string> {
  const { world, project, work, steps } = shop;
  const { base } = project;
  needPrograms(shop, ['tar', ...(archive.endsWith('.xz') ? ['xz'] : [])]);
  const folder = join(work.root, 'import');
  const [tree, repository] = [join(folder, base.folder), join(folder, 'linux.git')];
  if (!shop.isDryRun) {
    world.disk.remove(folder);
    world.disk.makeFolder(folder);
  }
  await steps.begin('UNPACK', archive);
  await runStep(shop, {
    program: 'tar',
    words: ['--extract', '--file', archive],
    folder,
    env: { XZ_DEFAULTS: '--threads=0' },
    what: `unpack ${archive}`,
    log: work.log('fetch'),
  });
  await steps.begin('IMPORT', base.folder);
  const what = `import ${base.folder}`;
  const git = (words: readonly string[], input?: string): Promise<string> =>
    runGit(shop, what, folder, ['--git-dir', repository, ...words], input);
  await runGit(shop, what, folder, ['init', '--quiet', '--bare', repository]);
  await git(['--work-tree', tree, 'add', '--all', '--force', '.']);
  const found = await git(['write-tree']);
  if (!shop.isDryRun && found !== base.tree)
    throw new ToolError(`Unexpected tree ${found} in ${archive}, expected ${base.tree}`, {
      hint: "base.json names git's id of the content. If the archive is meant, change it there, and try the series on the new tree.",
    });
  const who = 'quiesce <quiesce@localhost> 0 +0000';
  const text = `tree ${base.tree}\nauthor ${who}\ncommitter ${who}\n\n${base.package} ${base.packageVersion}\n`;
  const commit = await git(['hash-object', '-t', 'commit', '-w', '--stdin'], text);
  await git(['update-ref', `refs/heads/${baseBranch}`, shop.isDryRun ? 'COMMIT' : commit]);
  if (shop.isDryRun) return '';
  world.disk.remove(join(repository, 'index'));
  world.disk.remove(work.repository);
  world.disk.rename(repository, work.repository);
  world.disk.remove(folder);
  return commit;
}
