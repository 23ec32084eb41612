/** What can be wrong with what `quiesce kernel` is given, or with the machine: named, with what to do. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type FakeKernel, fakeKernel, type Told } from './fake-kernel.js';

let kernel: FakeKernel | undefined;
afterEach(() => {
  kernel?.remove();
  kernel = undefined;
});

interface BadInput {
  readonly what: string;
  readonly base?: object;
  readonly spoil?: (kernel: FakeKernel) => void;
  readonly words: readonly string[];
  readonly status: 1 | 2;
  /** Each must stand in what is told. */
  readonly told: readonly (string | RegExp)[];
}

const replace =
  (path: string, from: string, to: string) =>
  ({ read, write }: FakeKernel): void =>
    write(path, read(path).replace(from, to));

const table: readonly BadInput[] = [
  {
    what: 'a patch that does not apply',
    spoil: replace('patches/lamp/0002-lamp-Turn-it-on.patch', '-\treturn 0;', '-\treturn 7;'),
    words: ['build', 'dimmer'],
    status: 1,
    told: [
      'quiesce: error: Cannot apply patches/lamp/0002-lamp-Turn-it-on.patch, 2 of 2\n',
      '    | error: patch failed: kernel/lamp.c:1\n',
      'quiesce: hint: Rebase the series on linux-toy 1.0-1',
    ],
  },
  {
    what: 'a patch that is none',
    spoil: ({ write }) => write('patches/dimmer/0001-lamp-Dim-it.patch', 'Hello\n'),
    words: ['build', 'dimmer'],
    status: 1,
    told: ['Cannot apply patches/dimmer/0001-lamp-Dim-it.patch, 1 of 1\n', /Patch format detection failed/],
  },
  {
    what: 'a tree of another version',
    base: { tree: '0123456789'.repeat(4) },
    words: ['fetch'],
    status: 2,
    told: [/Unexpected tree [0-9a-f]{40} in \/project\/linux-toy\.tar\.xz, expected 0123456789/],
  },
  {
    what: 'an archive of another version, and no package to download',
    base: { sha256: '0'.repeat(64), package: 'linux-source-toy' },
    spoil: ({ folder }) => symlinkSync('/bin/false', join(folder, 'bin/apt-get')),
    words: ['fetch'],
    status: 2,
    told: [
      '  SKIP    /project/linux-toy.tar.xz: it is not of linux-source-toy 1.0-1\n',
      'Cannot download linux-source-toy=1.0-1: apt-get ended with status 1',
      'quiesce: hint: Let apt know of a source that has the package',
    ],
  },
  {
    what: 'code that does not compile',
    spoil: replace('patches/dimmer/0001-lamp-Dim-it.patch', '+\treturn 2;', '+\treturn two;'),
    words: ['build', 'dimmer', 'lamp'],
    status: 1,
    told: [
      'Cannot build dimmer under plain: make ended with status 2\n',
      / {4}\| kernel\/lamp\.c:3:\d+: error:/,
      'The whole log is /project/work/log/build/plain/dimmer.log.',
      'lamp under plain: Linux 1.0',
    ],
  },
  {
    what: 'a fragment that asks for what cannot be',
    spoil: ({ write }) => write('patches/config/plain.config', 'CONFIG_LAMP=y\nCONFIG_LAMPS=y\n'),
    words: ['build', 'lamp'],
    status: 2,
    told: [
      'patches/config/plain.config:2:1: error: Unexpected "nothing" in the configuration, expected "CONFIG_LAMPS=y"',
    ],
  },
  {
    what: 'a series that does not exist',
    words: ['build', 'lmap'],
    status: 2,
    told: ['Unexpected series "lmap", expected pristine, lamp, dimmer\n', 'Did you mean lamp?'],
  },
  {
    what: 'a configuration that does not exist',
    words: ['build', 'lamp', '--under', 'plian'],
    status: 2,
    told: ['Unexpected configuration "plian", expected plain, strict\n', 'Did you mean plain?'],
  },
  {
    what: 'a series on one that does not exist',
    spoil: replace('patches/dimmer/series.json', '"on": "lamp"', '"on": "lmap"'),
    words: ['build'],
    status: 2,
    told: ['patches/dimmer/series.json:1:', 'Unexpected series "lmap", expected one that has a folder'],
  },
  {
    what: 'a gap in the numbers of the patches',
    spoil: ({ read, write }) =>
      write('patches/lamp/0004-x.patch', read('patches/lamp/0002-lamp-Turn-it-on.patch')),
    words: ['build'],
    status: 2,
    told: ['Unexpected patch "0004-x.patch", expected number 0003'],
  },
  {
    what: 'a configuration of the project that is wrong',
    spoil: replace('patches/kernel.json', '"limitSeconds": 5', '"limitSeconds": "five"'),
    words: ['test'],
    status: 2,
    told: [/patches\/kernel\.json:\d+:\d+: error: Unexpected "five", expected a whole number from 1 to 3600/],
  },
  {
    what: 'programs that are missing',
    spoil: ({ env, folder }) => {
      for (const name of ['git', 'tar', 'xz', 'gcc', 'sh', 'env'])
        symlinkSync(execFileSync('which', [name], { encoding: 'utf8' }).trim(), join(folder, 'bin', name));
      env['PATH'] = join(folder, 'bin');
    },
    words: ['build', 'lamp'],
    status: 2,
    told: ['Cannot find make, ', 'Install what is missing: apt-get install --no-install-recommends make '],
  },
];

test.each(table)('$what', async ({ base = {}, spoil, words, status, told }) => {
  kernel = fakeKernel(base);
  spoil?.(kernel);
  const answer = await kernel.quiesce(...words);
  expect(answer).toMatchObject({ status });
  const all = `${answer.stdout}${answer.stderr}`;
  for (const part of told)
    if (typeof part === 'string') expect(all).toContain(part);
    else expect(all).toMatch(part);
});

test('after a patch that does not apply, all is as before', async () => {
  kernel = fakeKernel();
  const path = 'patches/lamp/0002-lamp-Turn-it-on.patch';
  const good = kernel.read(path);
  expect((await kernel.quiesce('build', 'lamp')).status).toBe(0);
  kernel.write(path, good.replace('-\treturn 0;', '-\treturn 7;'));
  expect((await kernel.quiesce('build', 'lamp')).status).toBe(1);
  expect(existsSync(join(kernel.work, 'apply'))).toBe(false);
  kernel.write(path, good);
  expect(await kernel.quiesce('build', 'lamp')).toMatchObject({ status: 0, stderr: '' });
});

/** The work folder on a disk of this size; undefined where no disk can be mounted. */
async function onSmallDisk(
  megabytes: number,
  env: Readonly<Record<string, string>>,
  words: readonly string[],
): Promise<Told | undefined> {
  kernel = fakeKernel();
  const { folder, work } = kernel;
  mkdirSync(work);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', work], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  try {
    Object.assign(kernel.env, env);
    return await kernel.quiesce(...words);
  } finally {
    execFileSync('umount', ['-l', work], { cwd: folder });
  }
}

test('a disk that is full while make runs', async ({ skip }) => {
  const told = await onSmallDisk(3, { TOY_IMAGE_MEGABYTES: '4' }, ['build', 'lamp']);
  if (told === undefined) skip('no disk can be mounted here');
  expect(told?.status).toBe(2);
  expect(told?.stderr).toMatch(
    /Cannot build lamp under plain: the disk of \/project\/work is full \(\d+ MiB are free\)/,
  );
  expect(told?.stderr).toContain('No space left on device');
  expect(told?.stderr).toContain('with --work, and run again: what is done stays done.');
});
