/**
 * What the user named as one side of a comparison. A name that could be two things is an error that says how to write each
 * of them: nobody should find out from the result which one was taken.
 */
import { resolve } from 'node:path';
import { ToolError } from '@quiesce/contract';
import { type Project, shownPath } from '../project.js';
import { findRevision, type GitRevision, listSnapshots, readObject, readRevision } from '../revisions.js';
import type { World } from '../world.js';

/** `number`: of the RFC, where the name says it. */
export type Side =
  | { readonly kind: 'work-tree'; readonly name: string; readonly number?: number }
  | {
      readonly kind: 'snapshot';
      readonly name: string;
      readonly number?: number;
      readonly revision: number;
    }
  | {
      readonly kind: 'git';
      readonly name: string;
      readonly number?: number;
      readonly revision: GitRevision;
    }
  | { readonly kind: 'text'; readonly name: string; readonly file: string; readonly text: string };

export const workTree: Side = { kind: 'work-tree', name: 'work tree' };

/** `word`: as the user wrote it. `project`: undefined outside of one, where only files and texts of git have names. */
export async function readSide(word: string, project: Project | undefined, world: World): Promise<Side> {
  const root = project?.root ?? world.cwd;
  const ofRfc = /^([0-9]{1,4})@(.+)$/.exec(word);
  if (ofRfc !== null && project !== undefined) {
    const [, digits, rest] = ofRfc;
    const number = Number(digits);
    const snapshot = snapshotIn(rest!);
    if (snapshot !== undefined) return { kind: 'snapshot', name: `v${snapshot}`, number, revision: snapshot };
    return { kind: 'git', name: rest!, number, revision: await readRevision(rest!, root, world) };
  }
  const meanings: { readonly side: Side; readonly write: string }[] = [];
  const path = resolve(world.cwd, word);
  const text = isFolder(path, world) ? undefined : world.disk.readIfThere(path);
  if (text !== undefined) {
    const file = shownPath(root, path);
    const write = word.startsWith('.') || word.startsWith('/') ? word : `./${word}`;
    meanings.push({ side: { kind: 'text', name: word, file, text }, write });
  }
  const isPath = /^\.{0,2}\/|\.md$/.test(word);
  const snapshot = snapshotIn(word);
  if (snapshot !== undefined && project !== undefined) {
    const own = listSnapshots(project, world).filter(({ revision }) => revision === snapshot);
    const write = `${own[0]?.number ?? 1}@${word}`;
    if (own.length > 0) meanings.push({ side: { kind: 'snapshot', name: word, revision: snapshot }, write });
  }
  if (word.includes(':')) {
    const bytes = await unlessKnown(meanings.length > 0, () => readObject(word, world.cwd, world));
    if (bytes !== undefined) meanings.push({ side: textOfGit(word, bytes), write: word });
    else if (meanings.length === 0) throw unknownObject(word);
  } else if (!isPath) {
    const revision = await unlessKnown(meanings.length > 0, () => findRevision(word, root, world));
    if (revision !== undefined)
      meanings.push({
        side: { kind: 'git', name: word, revision },
        write: `${word}^0`,
      });
  }
  const [first, second] = meanings;
  if (first !== undefined && second !== undefined)
    throw new ToolError(`Unexpected ${JSON.stringify(word)}, which is more than one thing`, {
      hint: `Write ${meanings.map(({ side, write }) => `${write} for ${kindWords[side.kind]}`).join(', or ')}.`,
    });
  if (first === undefined) throw unknownSide(word, snapshot, project, world);
  return first.side;
}

const kindWords: Readonly<Record<Side['kind'], string>> = {
  'work-tree': 'the work tree',
  snapshot: 'the snapshot',
  git: 'the revision of git',
  text: 'the file',
};

function snapshotIn(word: string): number | undefined {
  const digits = /^v([1-9][0-9]{0,5})$/.exec(word)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function textOfGit(word: string, bytes: Buffer): Side {
  return { kind: 'text', name: word, file: word, text: bytes.toString() };
}

function isFolder(path: string, { disk }: World): boolean {
  try {
    return disk.listIfThere(path) !== undefined;
  } catch {
    return false;
  }
}

/** Where the word has a meaning already, it matters little that git cannot be asked. */
async function unlessKnown<T>(isKnown: boolean, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isKnown && error instanceof ToolError) return undefined;
    throw error;
  }
}

function unknownObject(word: string): ToolError {
  return new ToolError(`Cannot find ${JSON.stringify(word)} in git`, {
    hint: 'Before the colon stands a revision, and after it a path from the top of the repository, or from here with ./ before it.',
  });
}

function unknownSide(
  word: string,
  snapshot: number | undefined,
  project: Project | undefined,
  world: World,
): ToolError {
  if (snapshot !== undefined && project !== undefined)
    return new ToolError(`Cannot find the snapshot ${word}`, { hint: snapshotsThere(project, world) });
  if (isFolder(resolve(world.cwd, word), world))
    return new ToolError(`Cannot compare ${JSON.stringify(word)}: it is a folder`, {
      hint: 'Give a file, a snapshot such as v1, or a revision of git such as HEAD~3.',
    });
  return new ToolError(
    `Cannot find ${JSON.stringify(word)}: no file, no snapshot and no revision of git has this name`,
    {
      hint: /[^.]\.\.[^.]/.test(word)
        ? 'Give the two revisions as two words.'
        : 'Give a file, a snapshot such as v1, or a revision of git such as HEAD~3.',
    },
  );
}

/** `There are: 0001@v1, 0001@v2.` */
export function snapshotsThere(project: Project, world: World): string {
  const list = listSnapshots(project, world).map(({ number, revision }) => `${number}@v${revision}`);
  return list.length === 0
    ? 'There is no snapshot yet: quiesce bump keeps one of what was sent.'
    : `There are: ${list.join(', ')}.`;
}
