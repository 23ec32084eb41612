/** The configuration of a kernel: as little as there can be (tinyconfig), and over it the fragments of the project. */
import { join } from 'node:path';
import { type Diagnostic, sourceText } from '@quiesce/contract';
import { lostOptions } from '@quiesce/kernel';
import { Refusal } from '../refusal.js';
import { shownPath } from '../shown-path.js';
import { makeWords } from './make-words.js';
import { askGit } from './run-git.js';
import { runStep, type Shop } from './shop.js';

/** Paths of the fragments of a configuration, in the order in which they are merged. */
export function fragmentPaths({ project }: Shop, config: string): readonly string[] {
  return project.kernel.configs[config]!.fragments.map((path) => join(project.folder, path));
}

/**
 * Leaves `.config` in the build folder. A line of a fragment that did not survive is a `Refusal`; but an option that the tree
 * does not have at all may be one that patches add, where `isPatched` is false.
 */
export async function configure(
  shop: Shop,
  config: string,
  commit: string,
  isPatched: boolean,
): Promise<void> {
  const { work, world, project } = shop;
  const [source, build] = [work.source(config), work.build(config)];
  const fragments = fragmentPaths(shop, config);
  const log = work.log('build', config, 'configure');
  const step = { folder: source, log, what: `configure ${config}` };
  const make = makeWords(shop, config);
  await runStep(shop, { ...step, program: 'make', words: [...make, '--silent', 'tinyconfig'] });
  await runStep(shop, {
    ...step,
    program: join(source, 'scripts/kconfig/merge_config.sh'),
    words: ['-m', '-O', build, join(build, '.config'), ...fragments],
    env: { KCONFIG_CONFIG: join(build, '.config') },
  });
  await runStep(shop, { ...step, program: 'make', words: [...make, '--silent', 'olddefconfig'] });
  if (shop.isDryRun) return;
  const sources = fragments.map((path) => sourceText(shownPath(project.root, path), world.disk.read(path)));
  const lost = lostOptions(sources, world.disk.read(join(build, '.config')));
  const counted = isPatched ? lost : await inTree(shop, lost, commit);
  if (counted.length > 0) throw new Refusal(counted, project.root);
}

async function inTree(
  shop: Shop,
  lost: readonly Diagnostic[],
  commit: string,
): Promise<readonly Diagnostic[]> {
  const kept: Diagnostic[] = [];
  for (const one of lost) {
    const option = /CONFIG_(\w+)/.exec(one.message)?.[1];
    const words = ['grep', '--quiet', '-E', `^(menu)?config ${option}$`, commit];
    if (option === undefined || (await askGit(shop, shop.work.repository, words)).status === 0)
      kept.push(one);
  }
  return kept;
}
