/** git on the repository of the work folder. What the user has configured for git has no say here: the same patches give the same commits. */
import type { GitAnswer } from '../git.js';
import { commandText, type Shop, stepError } from './shop.js';

const ownSettings = {
  'user.name': 'quiesce',
  'user.email': 'quiesce@localhost',
  'commit.gpgSign': 'false',
  'core.hooksPath': '/dev/null',
  'core.autocrlf': 'false',
  'core.fsmonitor': 'false',
  'core.quotePath': 'false',
  'am.threeWay': 'false',
  'am.keepcr': 'true',
  'gc.auto': '0',
  'advice.detachedHead': 'false',
};

const settingWords = Object.entries(ownSettings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);

/** Whatever it ends with. Runs with `--dry-run` too, so it must change nothing. */
export function askGit(
  { world }: Pick<Shop, 'world'>,
  folder: string,
  words: readonly string[],
): Promise<GitAnswer> {
  return world.git(folder, [...settingWords, ...words]);
}

/** Gives what it printed, without the last line end. A failure is told as `Cannot ${what}: ...`. */
export async function runGit(
  shop: Shop,
  what: string,
  folder: string,
  words: readonly string[],
  input?: string,
): Promise<string> {
  const all = [...settingWords, ...words];
  if (shop.isDryRun) {
    await shop.world.stdout.write(`${commandText({ program: 'git', words, folder })}\n`);
    return '';
  }
  const { status, bytes, talk } = await shop.world.git(folder, all, input);
  const lines = `${bytes}${talk}`.split('\n');
  if (status !== 0) throw stepError(shop, { what, program: 'git' }, lines, { kind: 'exit', status });
  return bytes.toString().trimEnd();
}

/** The id that a name stands for; undefined if it stands for nothing, or there is no repository yet. */
export async function resolveName(shop: Shop, name: string): Promise<string | undefined> {
  const { work, world } = shop;
  if (world.disk.kindIfThere(work.repository) !== 'folder') return undefined;
  const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', name];
  const { status, bytes } = await askGit(shop, work.repository, words);
  return status === 0 ? bytes.toString().trim() : undefined;
}
