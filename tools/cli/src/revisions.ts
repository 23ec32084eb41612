/**
 * Earlier texts of RFCs: the snapshots of what was sent, and what git had at a revision.
 *
 * Snapshots stand in the folder `revisions` beside the RFCs, as `0001-v2.md`: a byte copy of RFC 1 as it was sent when
 * its front matter said `revision: 2`. Of git nothing but objects is read, so neither filters nor the work tree matter.
 */
import { join, resolve } from 'node:path';
import { ToolError } from '@quiesce/contract';
import { parseRfc, type Rfc } from '@quiesce/rfc';
import { type Project, shownPath } from './project.js';
import type { World } from './world.js';

/** A file of a snapshot. */
export interface SnapshotFile {
  /** Of the RFC. */
  readonly number: number;
  readonly revision: number;
  /** Absolute. */
  readonly path: string;
}

const snapshotName = /^([0-9]{4})-v([1-9][0-9]{0,5})\.md$/;

/** Absolute. */
export function snapshotPath({ root, config }: Project, number: number, revision: number): string {
  return resolve(root, config.rfc, 'revisions', `${fourDigits(number)}-v${revision}.md`);
}

/** `0001`: as names of files have the number of an RFC. */
export function fourDigits(number: number): string {
  return String(number).padStart(4, '0');
}

/** All of the project, by RFC, the oldest first. */
export function listSnapshots({ root, config }: Project, { disk }: World): readonly SnapshotFile[] {
  const folder = resolve(root, config.rfc, 'revisions');
  const files = (disk.listIfThere(folder) ?? []).flatMap((name): readonly SnapshotFile[] => {
    const match = snapshotName.exec(name);
    if (match === null) return [];
    return [{ number: Number(match[1]), revision: Number(match[2]), path: join(folder, name) }];
  });
  return files.sort((a, b) => a.number - b.number || a.revision - b.revision);
}

/** The snapshots of an RFC, the oldest first. They are parsed and not linted: what was sent was sent. */
export function readRevisions(project: Project, world: World, rfcNumber: number): readonly Rfc[] {
  return listSnapshots(project, world)
    .filter(({ number }) => number === rfcNumber)
    .map(({ path }) => parseRfc(shownPath(project.root, path), world.disk.read(path)).rfc);
}

/** A revision that git knows: the hash of its commit, so that it cannot be taken for an option. */
export interface GitRevision {
  readonly name: string;
  readonly commit: string;
  /** Absolute; paths are relative to it. */
  readonly folder: string;
}

/** Undefined if there is no such revision; a `ToolError` if there is no repository. `name`: as the user gave it. */
export async function findRevision(
  name: string,
  folder: string,
  { git }: World,
): Promise<GitRevision | undefined> {
  await requireRepository(folder, name, git);
  const commit = await objectOf(`${name}^{commit}`, folder, git);
  return commit === undefined ? undefined : { name, commit, folder };
}

/** The same; a `ToolError` says what to do if there is no such revision. */
export async function readRevision(name: string, folder: string, world: World): Promise<GitRevision> {
  const revision = await findRevision(name, folder, world);
  if (revision !== undefined) return revision;
  throw new ToolError(`Cannot find the revision ${JSON.stringify(name)} in git`, {
    hint: 'Give a commit, a branch or a tag, such as HEAD~3; git log lists them.',
  });
}

/** The bytes of a file at a revision, undefined if it was not there. `path`: relative to the folder of the revision. */
export async function readAt(
  { commit, folder }: GitRevision,
  path: string,
  { git }: World,
): Promise<Buffer | undefined> {
  const blob = await objectOf(`${commit}:./${path}`, folder, git);
  return blob === undefined ? undefined : readBlob(blob, folder, git);
}

/** Of `revision:path`, as git itself reads it; undefined if there is no such thing. */
export async function readObject(name: string, folder: string, { git }: World): Promise<Buffer | undefined> {
  await requireRepository(folder, name, git);
  const blob = await objectOf(name, folder, git);
  return blob === undefined ? undefined : readBlob(blob, folder, git);
}

/** Names in a folder at a revision, ascending; none if there was no such folder. */
export async function listAt(
  { commit, folder }: GitRevision,
  path: string,
  { git }: World,
): Promise<readonly string[]> {
  const tree = await objectOf(`${commit}:./${path}`, folder, git);
  if (tree === undefined) return [];
  const { status, bytes } = await git(folder, ['ls-tree', '--full-tree', '-z', '--name-only', tree]);
  return status === 0 ? splitNul(bytes) : [];
}

/**
 * The bytes of what is now the file `path`, under the name that it had at the revision: a file that was renamed since is
 * followed commit by commit. Undefined if it was not there under any name.
 */
export async function readFollowed(
  revision: GitRevision,
  path: string,
  world: World,
): Promise<{ readonly path: string; readonly bytes: Buffer } | undefined> {
  const { commit, folder } = revision;
  const bytes = await readAt(revision, path, world);
  if (bytes !== undefined) return { path, bytes };
  const range = [`${commit}..HEAD`, '--', path];
  const log = ['log', '--follow', '--diff-filter=R', '--name-status', '--format=', '-z', ...range];
  const { status, bytes: listed } = await world.git(folder, log);
  // Each rename is three words, such as R093, the old name, the new name; the last one is the oldest.
  const earlier = status === 0 ? splitNul(listed).at(-2) : undefined;
  if (earlier === undefined) return undefined;
  const blob = await objectOf(`${commit}:${earlier}`, folder, world.git);
  return blob === undefined ? undefined : { path: earlier, bytes: await readBlob(blob, folder, world.git) };
}

async function readBlob(blob: string, folder: string, git: World['git']): Promise<Buffer> {
  const { status, bytes, talk } = await git(folder, ['cat-file', 'blob', blob]);
  if (status === 0) return bytes;
  throw new ToolError(`Cannot read what is no file in git: ${talk.trim()}`, {
    hint: 'Give the path of a file; if it is one, the repository is damaged (git fsck).',
  });
}

async function objectOf(name: string, folder: string, git: World['git']): Promise<string | undefined> {
  const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', name];
  const { status, bytes } = await git(folder, words);
  const hash = bytes.toString().trim().split('\n').at(-1) ?? '';
  return status === 0 && /^[0-9a-f]{40,64}$/.test(hash) ? hash : undefined;
}

async function requireRepository(folder: string, name: string, git: World['git']): Promise<void> {
  const { status, talk } = await git(folder, ['rev-parse', '--git-dir']);
  if (status === 0) return;
  const why = /dubious ownership/.test(talk)
    ? 'git does not trust the repository here'
    : 'there is no git repository here';
  throw new ToolError(`Cannot look for ${JSON.stringify(name)} in git: ${why}`, {
    hint: 'Give the path of a file, or the name of a snapshot such as v1.',
  });
}

function splitNul(bytes: Buffer): readonly string[] {
  return bytes
    .toString()
    .split('\0')
    .filter((word) => word !== '');
}
