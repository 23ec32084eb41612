/**
 * Holds each patch of a series to what a maintainer asks of it: it builds where it stands, before the patches that follow
 * it; checkpatch.pl --strict has nothing to say; sparse has nothing new to say of the files that it changes; and it names clauses.
 */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { readPatches } from '@quiesce/conformance';
import { addedWarnings, type TestPoint, testPointSchema } from '@quiesce/kernel';
import { parsedJson } from '../parsed-json.js';
import { applySeries } from './apply-series.js';
import { checkOut, makeKernel } from './build-series.js';
import { configure, fragmentPaths } from './configure.js';
import { ownPatches } from './kernel-project.js';
import { withLock } from './lock.js';
import { makeEnv, makeWords } from './make-words.js';
import { buildPrograms } from './needed-programs.js';
import { runGit } from './run-git.js';
import { needPrograms, runLogged, runStep, type Shop } from './shop.js';
import { StepError } from './step-error.js';

interface PatchAt {
  readonly path: string;
  /** What it makes of the one before. */
  readonly commit: string;
  readonly parent: string;
}

/** One point a patch, in order. `config`: the configuration under which each is built. */
export async function checkPatches(shop: Shop, id: string, config: string): Promise<readonly TestPoint[]> {
  needPrograms(shop, [...buildPrograms, 'sparse']);
  const { commit, parent } = await applySeries(shop, id);
  const paths = ownPatches(shop.project, id);
  const listed = await runGit(shop, `list the commits of ${id}`, shop.work.repository, [
    'rev-list',
    '--reverse',
    `${parent}..${commit}`,
  ]);
  const commits = shop.isDryRun ? paths.map((path) => `COMMIT-OF-${basename(path)}`) : listed.split('\n');
  const patches = paths.map((path, index) => ({
    path,
    commit: commits[index]!,
    parent: index === 0 ? parent : commits[index - 1]!,
  }));
  return withLock(shop, `${shop.work.source(config)}.lock`, async () => {
    const points: TestPoint[] = [];
    for (const patch of patches) points.push(await checkPatch(shop, config, patch));
    return points;
  });
}

/** What was found of a patch that has not changed, on a commit that has not either, is kept. */
async function checkPatch(shop: Shop, config: string, patch: PatchAt): Promise<TestPoint> {
  const { world, work } = shop;
  const name = basename(patch.path);
  const hash = createHash('sha256').update(patch.commit).update(world.disk.readBytes(patch.path));
  for (const path of fragmentPaths(shop, config)) hash.update(world.disk.read(path));
  const kept = join(work.root, 'checked', `${hash.digest('hex')}.json`);
  const known = shop.isDryRun ? undefined : world.disk.readIfThere(kept);
  const read = known === undefined ? undefined : testPointSchema.safeParse(parsedJson(known));
  if (read?.success === true) return read.data;
  await shop.steps.begin('CHECK', `${name} ${config}`);
  const files = await changedSources(shop, patch);
  const before = await sparseWarnings(shop, config, { commit: patch.parent, files, shown: `before ${name}` });
  const points: TestPoint[] = [];
  try {
    await buildAt(shop, config, patch.commit, name);
    points.push(ok(`it builds under ${config}`));
    const after = await sparse(shop, config, files);
    points.push(listing('sparse says nothing new', addedWarnings(before, after)));
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    points.push(listing(`it builds under ${config}`, [...error.message.split('\n'), error.hint ?? '']));
  }
  points.push(listing('checkpatch.pl --strict says nothing', await checkpatch(shop, config, patch.path)));
  points.push(namesClauses(world.disk.read(patch.path), name));
  const point = { isOk: points.every(({ isOk }) => isOk), name, talk: [], points };
  if (!shop.isDryRun) world.disk.write(kept, JSON.stringify(point));
  return point;
}

async function buildAt(shop: Shop, config: string, commit: string, shown: string): Promise<void> {
  await checkOut(shop, config, commit);
  await configure(shop, config, commit, false);
  await makeKernel(
    shop,
    config,
    shown,
    `build ${shown} under ${config}`,
    shop.work.log('check', config, shown),
  );
}

/** Paths in the tree. */
async function changedSources(shop: Shop, { commit, parent }: PatchAt): Promise<readonly string[]> {
  const words = ['diff', '--name-only', '--diff-filter=AM', parent, commit, '--'];
  const listed = await runGit(shop, 'list the files of a patch', shop.work.repository, words);
  return listed.split('\n').filter((path) => path.endsWith('.c'));
}

/** Of the tree before a patch; it is only built where the patch changes a file that is there. */
async function sparseWarnings(
  shop: Shop,
  config: string,
  {
    commit,
    files,
    shown,
  }: { readonly commit: string; readonly files: readonly string[]; readonly shown: string },
): Promise<readonly string[]> {
  const words = ['ls-tree', '-r', '--name-only', commit, '--', ...files];
  const there = files.length === 0 ? '' : await runGit(shop, 'list files', shop.work.repository, words);
  const known = there.split('\n').filter((path) => path !== '');
  if (known.length === 0) return [];
  await buildAt(shop, config, commit, shown);
  return sparse(shop, config, known);
}

/** Of the files that the configuration compiles. What it says, a line each. */
async function sparse(shop: Shop, config: string, files: readonly string[]): Promise<readonly string[]> {
  const { work, world } = shop;
  const build = work.build(config);
  const objects = files
    .map((path) => path.replace(/\.c$/, '.o'))
    .filter((path) => world.disk.kindIfThere(join(build, path)) === 'file');
  if (objects.length === 0) return [];
  return runStep(shop, {
    program: 'make',
    words: [...makeWords(shop, config), 'C=2', ...objects],
    folder: work.source(config),
    env: makeEnv(shop),
    what: `run sparse under ${config}`,
    log: work.log('check', config, 'sparse'),
  });
}

async function checkpatch(shop: Shop, config: string, path: string): Promise<readonly string[]> {
  const step = {
    program: 'perl',
    words: [
      'scripts/checkpatch.pl',
      '--strict',
      '--no-color',
      '--show-types',
      '--terse',
      '--no-summary',
      path,
    ],
    folder: shop.work.source(config),
    log: shop.work.log('check', config, 'checkpatch'),
  };
  if (shop.isDryRun) {
    await runStep(shop, { ...step, what: 'run checkpatch.pl' });
    return [];
  }
  const { lines, end } = await runLogged(shop, step);
  const isClean = end.kind === 'exit' && end.status === 0;
  return lines.length > 0 || isClean
    ? lines.map((line) => line.replace(path, basename(path)))
    : ['it failed'];
}

/** A patch that only tells or tests need not. */
function namesClauses(text: string, file: string): TestPoint {
  const [patch] = readPatches(file, text);
  const name = 'it names the clauses that it is about';
  const isNamed = patch?.trailers.some(({ isTrailer }) => isTrailer) ?? false;
  if (isNamed) return ok(name);
  const reason = 'no trailer "Contract: ID"';
  return { isOk: true, name, directive: { kind: 'skip', reason }, talk: [], points: [] };
}

function ok(name: string): TestPoint {
  return { isOk: true, name, talk: [], points: [] };
}

function listing(name: string, lines: readonly string[]): TestPoint {
  return { isOk: lines.length === 0, name, talk: lines, points: [] };
}
