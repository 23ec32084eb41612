/** Earlier texts, read from a real repository. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readProject } from '../src/project.js';
import {
  findRevision,
  listAt,
  listSnapshots,
  readAt,
  readFollowed,
  readObject,
  readRevision,
  readRevisions,
} from '../src/revisions.js';
import type { World } from '../src/world.js';
import { worldIn } from './console-file.js';

let top: string;
/** The project stands in a folder of the repository, with a space in its name. */
let root: string;
let world: World;

const git = (...words: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], {
    cwd: top,
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
  }).toString();

const bytes = Buffer.from([0x2d, 0x2d, 0x0d, 0x0a, 0xff, 0x00, 0xc3, 0xa4]);
const name = '0001-a b*:[x].md';

beforeAll(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'quiesce-')));
  root = join(top, 'the project');
  world = worldIn(root, [], []);
  mkdirSync(join(root, 'rfc', 'revisions'), { recursive: true });
  writeFileSync(join(root, 'quiesce.json'), '{ "rfc": "rfc", "model": "model.ts" }');
  writeFileSync(join(root, 'rfc', name), bytes);
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-qm', 'one');
  git('mv', `the project/rfc/${name}`, 'the project/rfc/0001-other.md');
  git('commit', '-qm', 'two');
  for (const [file, revision] of [
    ['0001-v10.md', 10],
    ['0001-v2.md', 2],
    ['0002-v1.md', 1],
  ] as const)
    writeFileSync(
      join(root, 'rfc', 'revisions', file),
      `---\nrfc: ${Number(file.slice(0, 4))}\ntitle: A\nrevision: ${revision}\nstatus: draft\noptions: [a]\n---\n`,
    );
  for (const file of ['0001-v0.md', '0001-v02.md', '1-v1.md', '0001-v1.md.orig', 'README'])
    writeFileSync(join(root, 'rfc', 'revisions', file), '');
});

afterAll(() => rmSync(top, { recursive: true, force: true }));

describe('git', () => {
  test('gives the bytes of a file whose name has all that git or a shell could take for something else', async () => {
    const revision = await readRevision('main~1', root, world);
    expect(await readAt(revision, `rfc/${name}`, world)).toEqual(bytes);
    expect(await listAt(revision, 'rfc', world)).toEqual([name]);
    expect(await readObject(`HEAD~1:./rfc/${name}`, root, world)).toEqual(bytes);
  });

  test('follows a file that was renamed', async () => {
    const revision = await readRevision('HEAD~1', root, world);
    const followed = await readFollowed(revision, 'rfc/0001-other.md', world);
    expect(followed).toEqual({ path: `the project/rfc/${name}`, bytes });
    expect(await readFollowed(revision, 'rfc/0002-none.md', world)).toBeUndefined();
  });

  test('says what is not there', async () => {
    const revision = await readRevision('HEAD', root, world);
    expect(await readAt(revision, 'rfc/0009-none.md', world)).toBeUndefined();
    expect(await listAt(revision, 'none', world)).toEqual([]);
    expect(await readObject('HEAD:none', root, world)).toBeUndefined();
    await expect(readRevision('nowhere', root, world)).rejects.toThrow(
      'Cannot find the revision "nowhere" in git',
    );
  });

  test.each([
    '--help',
    '-h',
    '--upload-pack=touch x',
    '--all',
    '',
    'HEAD HEAD',
    '--end-of-options',
    '@{upstream}',
    ':/one\0',
  ])('takes no name for an option: %j', async (word) => {
    const found = await findRevision(word, root, world).catch((error: Error) => error.message);
    expect(typeof found === 'string' || found === undefined).toBe(true);
  });

  test('asks for a repository', async () => {
    const elsewhere = realpathSync(mkdtempSync(join(tmpdir(), 'quiesce-')));
    await expect(findRevision('HEAD', elsewhere, world)).rejects.toThrow('there is no git repository here');
    rmSync(elsewhere, { recursive: true });
  });

  test('has to be there', async () => {
    const { gitOf } = await import('../src/git.js');
    const without = { ...world, git: gitOf({ PATH: '/nowhere' }) };
    await expect(findRevision('HEAD', root, without)).rejects.toThrow(
      'Cannot run git: there is no such program',
    );
  });
});

describe('snapshots', () => {
  test('are listed by RFC, the oldest first, and nothing else is one', () => {
    const list = listSnapshots(readProject(world), world);
    expect(list.map(({ number, revision }) => [number, revision])).toEqual([
      [1, 2],
      [1, 10],
      [2, 1],
    ]);
  });

  test('of one RFC are read', () => {
    const rfcs = readRevisions(readProject(world), world, 1);
    expect(rfcs.map(({ source, frontMatter }) => [source.file, frontMatter?.revision])).toEqual([
      ['rfc/revisions/0001-v2.md', 2],
      ['rfc/revisions/0001-v10.md', 10],
    ]);
  });
});
