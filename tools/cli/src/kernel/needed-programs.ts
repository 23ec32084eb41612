/** Programs and headers that a step needs, and the Debian packages that have them. */
import { delimiter, join } from 'node:path';
import { ToolError } from '@quiesce/contract';
import type { World } from '../world.js';

const packages: Readonly<Record<string, string>> = {
  'apt-get': 'apt',
  bc: 'bc',
  bison: 'bison',
  busybox: 'busybox-static',
  'dpkg-deb': 'dpkg',
  flex: 'flex',
  gcc: 'gcc',
  git: 'git',
  ld: 'binutils',
  lz4: 'lz4',
  make: 'make',
  perl: 'perl',
  'qemu-system-x86_64': 'qemu-system-x86',
  sparse: 'sparse',
  tar: 'tar',
  xz: 'xz-utils',
  'gelf.h': 'libelf-dev',
};

/** What `make bzImage modules` needs; lz4 compresses the image. */
export const buildPrograms = ['make', 'gcc', 'ld', 'flex', 'bison', 'bc', 'perl', 'lz4', 'gelf.h'] as const;

/** Throws a `ToolError` that names all that are missing, with the line that installs them. */
export function missingPrograms(names: readonly string[], world: World): void {
  const missing = names.filter((name) =>
    name.endsWith('.h')
      ? world.disk.kindIfThere(join('/usr/include', name)) === undefined
      : !hasProgram(name, world),
  );
  if (missing.length === 0) return;
  const install = [...new Set(missing.map((name) => packages[name] ?? name))].join(' ');
  throw new ToolError(`Cannot find ${missing.join(', ')}, which this needs`, {
    hint: `Install what is missing: apt-get install --no-install-recommends ${install}`,
  });
}

/** The path of a program; undefined if it is not there. */
export function findProgram(name: string, { disk, env }: World): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((path) => disk.kindIfThere(path) === 'program');
}

/** Whether a program is there that makes work shorter but is not needed. */
export function hasProgram(name: string, world: World): boolean {
  return findProgram(name, world) !== undefined;
}
