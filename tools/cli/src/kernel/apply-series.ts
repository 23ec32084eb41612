/**
 * Applies the patches of a series with `git am`, on what the series is on. It is done in a working tree without files: `git am`
 * takes out of the index the few that a patch changes, so that applying takes no time, and nothing can be left half-applied
 * where something is built.
 */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { shownPath } from '../shown-path.js';
import { baseBranch, fetchBase } from './fetch-base.js';
import { ownPatches, pristine } from './kernel-project.js';
import { withLock } from './lock.js';
import { askGit, resolveName, runGit } from './run-git.js';
import { diskFull, type Shop, stepError } from './shop.js';
import { quotedLines, StepError } from './step-error.js';

export interface Applied {
  /** The commit; with `--dry-run`, the name of the branch if it is not there yet. */
  readonly commit: string;
  /** The commit that its first patch is on. */
  readonly parent: string;
  /** Changes when any patch below or in it does. */
  readonly digest: string;
}

/** `id`: of a series, or `pristine`. */
export async function applySeries(shop: Shop, id: string): Promise<Applied> {
  if (id === pristine) {
    const commit = (await fetchBase(shop)) || baseBranch;
    return { commit, parent: commit, digest: shop.project.base.tree };
  }
  const { project, world, steps, work } = shop;
  const found = project.series.find(({ series }) => series.id === id)!;
  const below = await applySeries(shop, found.series.on ?? pristine);
  const patches = ownPatches(project, id);
  const hash = createHash('sha256').update(below.digest);
  for (const path of patches) hash.update(`${basename(path)}\0`).update(world.disk.readBytes(path));
  const digest = hash.digest('hex');
  const done = `refs/quiesce/applied/${digest}`;
  const branch = `series/${id}`;
  const known = await resolveName(shop, done);
  if (known !== undefined) {
    // Another version of the series may have been applied since.
    if ((await resolveName(shop, `refs/heads/${branch}`)) !== known)
      await runGit(shop, `apply ${id}`, work.repository, ['update-ref', `refs/heads/${branch}`, known]);
    return { commit: known, parent: below.commit, digest };
  }
  await steps.begin('AM', `${id} (${patches.length} ${patches.length === 1 ? 'patch' : 'patches'})`);
  const commit = await withLock(shop, join(work.root, 'repository.lock'), () =>
    amPatches(shop, id, below.commit, patches),
  );
  for (const ref of [done, `refs/heads/${branch}`])
    await runGit(shop, `apply ${id}`, work.repository, ['update-ref', ref, commit]);
  return { commit, parent: below.commit, digest };
}

async function amPatches(
  shop: Shop,
  id: string,
  parent: string,
  patches: readonly string[],
): Promise<string> {
  const { world, work } = shop;
  const folder = join(work.root, 'apply');
  const what = `apply ${id}`;
  await dropTree(shop, folder);
  await runGit(shop, what, work.repository, [
    'worktree',
    'add',
    '--quiet',
    '--no-checkout',
    '--detach',
    folder,
    parent,
  ]);
  try {
    await runGit(shop, what, folder, ['read-tree', parent]);
    const am = ['am', '--quiet', '--committer-date-is-author-date', ...patches];
    if (shop.isDryRun) {
      await runGit(shop, what, folder, am);
      return `series/${id}`;
    }
    const answer = await askGit(shop, folder, am);
    if (answer.status !== 0)
      await tellFailed(shop, folder, patches, `${answer.bytes}${answer.talk}`.split('\n'));
    return await runGit(shop, what, folder, ['rev-parse', 'HEAD']);
  } finally {
    if (world.disk.kindIfThere(folder) === 'folder') await dropTree(shop, folder);
  }
}

/** Also one that a process that was killed left behind. */
async function dropTree(shop: Shop, folder: string): Promise<void> {
  if (shop.isDryRun) return;
  shop.world.disk.remove(folder);
  await runGit(shop, 'clear what was left', shop.work.repository, ['worktree', 'prune']);
}

/** Says which patch it was, and which of its parts found no place. */
async function tellFailed(
  shop: Shop,
  folder: string,
  patches: readonly string[],
  lines: readonly string[],
): Promise<never> {
  const { world, project } = shop;
  const { bytes } = await askGit(shop, folder, ['rev-parse', '--git-dir']);
  const next = Number(world.disk.readIfThere(join(bytes.toString().trim(), 'rebase-apply', 'next')) ?? 1);
  await askGit(shop, folder, ['am', '--abort']);
  if (lines.some((line) => diskFull.test(line)))
    throw stepError(shop, { what: 'apply patches', program: 'git' }, lines, { kind: 'exit', status: 128 });
  const failed = patches[next - 1] ?? patches[0]!;
  const told = lines.filter((line) => /^(?:error|fatal|Patch is empty|warning)/.test(line));
  throw new StepError(
    `Cannot apply ${shownPath(project.root, failed)}, ${next} of ${patches.length}${quotedLines(told.length > 0 ? told : lines)}`,
    {
      hint: `Rebase the series on ${project.base.package} ${project.base.packageVersion} and what it is on, and export it again. Nothing of it stays applied.`,
    },
  );
}
