/** Where everything that is made stands. Nothing in it is worth keeping: what is missing is made again. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { World } from '../world.js';

export interface WorkFolder {
  readonly root: string;
  /** A repository without a working tree: the tree that the series are for, and what they make of it. */
  readonly repository: string;
  /** A working tree for each configuration, and beside it what make leaves. */
  readonly source: (config: string) => string;
  readonly build: (config: string) => string;
  /** What is kept of a build. */
  readonly out: (series: string, config: string) => string;
  /** What programs printed. */
  readonly log: (...names: readonly string[]) => string;
}

/** `given`: as the user gave it; `tree`: git's id of the tree. */
export function workFolder(given: string | undefined, tree: string, { cwd, env }: World): WorkFolder {
  const cache = env['XDG_CACHE_HOME'] || join(env['HOME'] || homedir(), '.cache');
  const root =
    given === undefined ? join(cache, 'quiesce', 'kernel', tree.slice(0, 12)) : resolve(cwd, given);
  return {
    root,
    repository: join(root, 'linux.git'),
    source: (config) => join(root, 'source', config),
    build: (config) => join(root, 'build', config),
    out: (series, config) => join(root, 'out', series, config),
    log: (...names) => `${join(root, 'log', ...names)}.log`,
  };
}
