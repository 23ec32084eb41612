/** How make is called: always the same, so that what it makes is, wherever and whenever it is made. */
import { hasProgram } from './needed-programs.js';
import type { Shop } from './shop.js';

const fixed = {
  // An empty one keeps the "+" of a tree with changes out of the release.
  LOCALVERSION: '',
  KBUILD_BUILD_TIMESTAMP: '2026-01-01',
  KBUILD_BUILD_USER: 'quiesce',
  KBUILD_BUILD_HOST: 'quiesce',
  KBUILD_BUILD_VERSION: '1',
};

/** For a target that is added behind them. With ccache, if it is installed. */
export function makeWords({ work, world, jobs }: Shop, config: string): readonly string[] {
  const ccache = hasProgram('ccache', world) ? 'ccache ' : '';
  return [
    ...['-C', work.source(config), `O=${work.build(config)}`, `--jobs=${jobs}`],
    ...[`CC=${ccache}gcc`, `HOSTCC=${ccache}gcc`],
    ...Object.entries(fixed).map(([name, value]) => `${name}=${value}`),
  ];
}

/** Paths in the work folder are told to ccache as relative ones, so that another work folder finds the same objects. */
export function makeEnv({ work }: Shop): Readonly<Record<string, string>> {
  return { LC_ALL: 'C', CCACHE_BASEDIR: work.root, CCACHE_NOHASHDIR: '1' };
}
