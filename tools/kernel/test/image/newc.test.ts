import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ArchiveEntry, newcArchive } from '../../src/index.js';

/** A reader of its own, from the description of the format. */
function readNewc(
  bytes: Uint8Array,
): readonly { path: string; mode: number; bytes: string; device: string }[] {
  const all = Buffer.from(bytes);
  const found: { path: string; mode: number; bytes: string; device: string }[] = [];
  for (let at = 0; ; ) {
    expect(all.toString('latin1', at, at + 6)).toBe('070701');
    const field = (index: number): number =>
      Number.parseInt(all.toString('latin1', at + 6 + 8 * index, at + 14 + 8 * index), 16);
    const [mode, size, nameSize] = [field(1), field(6), field(11)];
    const path = all.toString('utf8', at + 110, at + 110 + nameSize - 1);
    const content = Math.ceil((at + 110 + nameSize) / 4) * 4;
    if (path === 'TRAILER!!!') return found;
    found.push({
      path,
      mode,
      bytes: all.toString('hex', content, content + size),
      device: `${field(9)}:${field(10)}`,
    });
    at = Math.ceil((content + size) / 4) * 4;
  }
}

const name = fc.stringMatching(/^[a-z0-9é._-]{1,9}$/).filter((one) => one !== '.' && one !== '..');
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
const file = fc.record({
  kind: fc.constant('file' as const),
  path,
  bytes: fc.uint8Array({ maxLength: 70 }),
  isProgram: fc.boolean(),
});

/** Of two files one of which would be the folder of the other, an archive can hold only one. */
function compatible(files: readonly ArchiveEntry[]): readonly ArchiveEntry[] {
  return files.filter(
    (one, index) =>
      !files.some(
        (other, at) =>
          at !== index && (other.path.startsWith(`${one.path}/`) || (other.path === one.path && at > index)),
      ),
  );
}

test('what goes in comes out, and every folder is there before what is in it', () => {
  fc.assert(
    fc.property(fc.array(file, { maxLength: 8 }).map(compatible), (files) => {
      const read = readNewc(newcArchive(files));
      const readFiles = read.filter(({ mode }) => (mode & 0o170000) === 0o100000);
      const expected = files.map((one) => {
        if (one.kind !== 'file') throw new Error('it is a file');
        const mode = 0o100000 | (one.isProgram ? 0o755 : 0o644);
        return { path: one.path, mode, bytes: Buffer.from(one.bytes).toString('hex'), device: '0:0' };
      });
      expect(new Map(readFiles.map((one) => [one.path, one]))).toEqual(
        new Map(expected.map((one) => [one.path, one])),
      );
      read.forEach(({ path: inside }, index) => {
        const folder = inside.split('/').slice(0, -1).join('/');
        if (folder !== '') expect(read.slice(0, index).map((one) => one.path)).toContain(folder);
      });
    }),
  );
});

test('a device has its numbers, and the same entries give the same bytes', () => {
  const entries = [{ kind: 'device', path: 'dev/console', major: 5, minor: 1 }] as const;
  expect(readNewc(newcArchive(entries))).toEqual([
    { path: 'dev', mode: 0o040755, bytes: '', device: '0:0' },
    { path: 'dev/console', mode: 0o020644, bytes: '', device: '5:1' },
  ]);
  expect(newcArchive(entries)).toEqual(newcArchive(entries));
});

test('cpio reads it', ({ skip }) => {
  const bytes = newcArchive([
    { kind: 'file', path: 'init', bytes: Buffer.from('hello'), isProgram: true },
    { kind: 'file', path: 'etc/quiesce.commands', bytes: Buffer.from('a\n'), isProgram: false },
  ]);
  try {
    const listed = execFileSync('cpio', ['--list', '--quiet'], { input: bytes, encoding: 'utf8' });
    expect(listed).toBe('init\netc\netc/quiesce.commands\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') skip('there is no cpio here');
    throw error;
  }
});
