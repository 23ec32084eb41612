/**
 * A model as it was at a revision of git. Most of its files are what they are today, so git is asked for the names of its
 * objects first, and only for the texts that the work tree does not have.
 */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { describeModel, loadModel } from '@quiesce/checker';
import type { ModelText } from '@quiesce/conformance';
import type { GitRevision } from './revisions.js';
import type { World } from './world.js';

/** The model; a text says why there is none. `entry`: relative to the folder of the revision. */
export async function readModelAt(
  revision: GitRevision,
  entry: string,
  world: World,
): Promise<ModelText | string> {
  const objects = await objectsAt(revision, world);
  if (!objects.has(entry)) return `${revision.name} has no model ${entry}`;
  const texts = new Map<string, string>();
  for (;;) {
    const missing = new Set<string>();
    const loaded = loadModel(entry, {
      read: (path) => {
        const known = texts.get(path);
        if (known === undefined && objects.has(path)) missing.add(path);
        // An empty file stands for what is not read yet: what it imports comes in the next round.
        return known ?? (objects.has(path) ? '' : undefined);
      },
    });
    if (missing.size > 0) {
      for (const path of missing) texts.set(path, await readText(revision, path, objects.get(path)!, world));
      continue;
    }
    const described = loaded.ok ? describeModel(loaded.program) : loaded;
    if (loaded.ok && described.ok) return { program: loaded.program, description: described.model };
    const [first] = described.ok ? [] : described.diagnostics;
    const where = first === undefined ? '' : `: ${first.message} (${first.place.file}:${first.place.line})`;
    return `the model at ${revision.name} cannot be read by the checker of today${where}`;
  }
}

/** Whether some file of a model differs; null stands for the work tree. A new file is not seen before another one names it. */
export async function haveSourcesChanged(
  before: GitRevision | null,
  after: GitRevision | null,
  { git }: World,
): Promise<boolean> {
  const [first, second] = [before, after].filter((one) => one !== null);
  if (first === undefined) return false;
  const commits = second === undefined ? [first.commit] : [first.commit, second.commit];
  const words = [
    'diff',
    '--name-only',
    '-z',
    '--relative',
    '--no-renames',
    '--no-ext-diff',
    ...commits,
    '--',
  ];
  const { status, bytes } = await git(first.folder, words);
  return (
    status !== 0 ||
    bytes
      .toString()
      .split('\0')
      .some((path) => path.endsWith('.ts'))
  );
}

/** Names of objects by path, for files of models. */
async function objectsAt(
  { commit, folder }: GitRevision,
  { git }: World,
): Promise<ReadonlyMap<string, string>> {
  // Paths as seen from the folder, and nothing above it.
  const { status, bytes } = await git(folder, ['ls-tree', '-r', '-z', commit]);
  const lines = status === 0 ? bytes.toString().split('\0') : [];
  return new Map(
    lines.flatMap((line): readonly (readonly [string, string])[] => {
      const [, object, path] = /^[0-9]+ blob ([0-9a-f]+)\t(.*\.ts)$/s.exec(line) ?? [];
      return object === undefined || path === undefined ? [] : [[path, object]];
    }),
  );
}

async function readText(
  { folder }: GitRevision,
  path: string,
  object: string,
  { disk, git }: World,
): Promise<string> {
  const present = disk.readIfThere(resolve(folder, path));
  if (present !== undefined && objectName(present, object.length) === object) return present;
  const { bytes } = await git(folder, ['cat-file', 'blob', object]);
  return bytes.toString();
}

/** As git names the contents of a file: by SHA-1, or by SHA-256 where the repository has longer names. */
function objectName(text: string, digits: number): string {
  const bytes = Buffer.from(text);
  return createHash(digits === 40 ? 'sha1' : 'sha256')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
