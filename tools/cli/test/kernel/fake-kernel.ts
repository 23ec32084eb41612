/**
 * A project whose kernel is a toy: a tree of a few files with a Makefile that has the targets of a kernel, packed as Debian packs
 * one, and a QEMU that is a script. All the rest (git, make, gcc, tar, the guest's init) is real, and a whole run takes a second.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { programsOf } from '../../src/programs.js';
import { run } from '../../src/run.js';
import { worldIn } from '../console-file.js';

const here = import.meta.dirname;

export interface FakeKernel {
  readonly folder: string;
  readonly work: string;
  /** Runs `quiesce kernel ...` in the project. */
  readonly quiesce: (...words: readonly string[]) => Promise<Told>;
  /** Writes a file of the project. */
  readonly write: (path: string, content: string | object) => void;
  readonly read: (path: string) => string;
  readonly remove: () => void;
  /** More of the environment for programs. */
  readonly env: Record<string, string>;
}

export interface Told {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const kernelJson = {
  format: 'quiesce-kernel',
  version: 1,
  configs: {
    plain: { fragments: ['config/plain.config'] },
    strict: { fragments: ['config/plain.config', 'config/strict.config'], heed: { kcsan: ['lamp'] } },
  },
  guest: { selftests: 'selftests', limitSeconds: 5, commands: ['insmod /modules/lamp.ko', '/tests/light'] },
};

/** The archive is only packed once; `base` overrides what base.json says. */
export function fakeKernel(base: object = {}): FakeKernel {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'quiesce-kernel-')));
  const archive = join(folder, 'linux-toy.tar.xz');
  const tree = join(folder, 'linux-toy');
  cpSync(join(here, 'toy-tree'), tree, { recursive: true });
  chmodSync(join(tree, 'scripts/kconfig/merge_config.sh'), 0o755);
  execFileSync('tar', ['--create', '--xz', '--file', archive, '--directory', folder, 'linux-toy']);
  const git = (...words: string[]): string =>
    execFileSync('git', ['-c', 'core.autocrlf=false', ...words], { cwd: tree, encoding: 'utf8' }).trim();
  git('init', '--quiet');
  git('add', '--all', '--force');
  const treeId = git('write-tree');
  rmSync(tree, { recursive: true });
  const write = (path: string, content: string | object): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const text = typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`;
    writeFileSync(join(folder, path), text);
  };
  write('quiesce.json', { rfc: 'rfc', model: 'model.ts', series: 'patches' });
  write('patches/base.json', {
    format: 'quiesce-base',
    version: 1,
    package: 'linux-toy',
    packageVersion: '1.0-1',
    archive,
    sha256: createHash('sha256').update(readFileSync(archive)).digest('hex'),
    folder: 'linux-toy',
    tree: treeId,
    release: '1.0',
    ...base,
  });
  write('patches/kernel.json', kernelJson);
  write('patches/config/plain.config', 'CONFIG_LAMP=y\n');
  write('patches/config/strict.config', 'CONFIG_STRICT=y\n');
  cpSync(join(here, 'toy-patches'), join(folder, 'patches'), { recursive: true });
  mkdirSync(join(folder, 'bin'));
  cpSync(join(here, 'fake-qemu.mjs'), join(folder, 'bin/qemu-system-x86_64'));
  chmodSync(join(folder, 'bin/qemu-system-x86_64'), 0o755);
  const work = join(folder, 'work');
  const env: Record<string, string> = {
    PATH: [join(folder, 'bin'), dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
    HOME: folder,
  };
  const quiesce = async (...words: readonly string[]): Promise<Told> => {
    const [stdout, stderr]: [string[], string[]] = [[], []];
    const world = { ...worldIn(folder, stdout, stderr), env, programs: programsOf(env), threads: 2 };
    const status = await run(['kernel', ...words, '--work', work], world);
    const shown = (texts: readonly string[]): string => texts.join('').replaceAll(folder, '/project');
    return { status, stdout: shown(stdout), stderr: shown(stderr) };
  };
  return {
    folder,
    work,
    quiesce,
    write,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
    env,
  };
}
