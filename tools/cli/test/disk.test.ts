import * as files from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ToolError } from '@quiesce/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { diskOf, type Files } from '../src/disk.js';

let folder = '';
beforeEach(() => {
  folder = files.mkdtempSync(join(tmpdir(), 'quiesce-disk-'));
});
afterEach(() => files.rmSync(folder, { recursive: true }));

/** A file system on which one operation fails. */
function failing(operation: keyof Files, code: string): Files {
  const fail = () => {
    throw Object.assign(new Error(`${code}: made up`), { code });
  };
  return { ...files, [operation]: fail } as Files;
}

function failureOf(action: () => unknown): ToolError {
  try {
    action();
  } catch (error) {
    if (error instanceof ToolError) return error;
    throw error;
  }
  throw new Error('it did not fail');
}

describe('reading', () => {
  test('gives text and names', () => {
    files.writeFileSync(join(folder, 'b'), 'café');
    files.writeFileSync(join(folder, 'a'), '');
    const disk = diskOf(folder);
    expect(disk.read(join(folder, 'b'))).toBe('café');
    expect(disk.readIfThere(join(folder, 'b'))).toBe('café');
    expect(disk.listIfThere(folder)).toEqual(['a', 'b']);
  });

  test('tells what is not there from what cannot be read', () => {
    const disk = diskOf(folder);
    expect(disk.readIfThere(join(folder, 'none'))).toBeUndefined();
    expect(disk.listIfThere(join(folder, 'none'))).toBeUndefined();
    expect(failureOf(() => disk.readIfThere(folder)).message).toMatch(/^Cannot read .*: it is a folder$/);
    const denied = diskOf(folder, failing('readFileSync', 'EACCES'));
    expect(failureOf(() => denied.readIfThere(join(folder, 'b'))).message).toBe(
      'Cannot read b: permission denied',
    );
  });
});

describe('the files at a path', () => {
  test('are those below it, in order, without what is hidden or installed', () => {
    for (const path of ['b/c.ts', 'b/a/d.ts', '.git/x', 'node_modules/y.js', 'z'])
      diskOf(folder).write(join(folder, path), '');
    files.symlinkSync(folder, join(folder, 'b', 'loop'));
    files.symlinkSync(join(folder, 'nowhere'), join(folder, 'b', 'broken'));
    const disk = diskOf(folder);
    expect(disk.filesIfThere(folder)).toEqual(['b/a/d.ts', 'b/c.ts', 'z'].map((name) => join(folder, name)));
    expect(disk.filesIfThere(join(folder, 'z'))).toEqual([join(folder, 'z')]);
    expect(disk.filesIfThere(join(folder, 'none'))).toBeUndefined();
  });
});

describe('writing', () => {
  test('makes folders, replaces the whole file and leaves nothing else', () => {
    const disk = diskOf(folder);
    const path = join(folder, 'out', 'deep', 'report.txt');
    disk.write(path, 'a long first text');
    disk.write(path, 'short');
    expect(files.readFileSync(path, 'utf8')).toBe('short');
    expect(files.readdirSync(join(folder, 'out', 'deep'))).toEqual(['report.txt']);
  });

  test.each([
    ['writeFileSync', 'ENOSPC', 'the disk is full'],
    ['writeFileSync', 'EDQUOT', 'the disk quota is used up'],
    ['renameSync', 'EROFS', 'the file system is read-only'],
    ['mkdirSync', 'EACCES', 'permission denied'],
  ] as const)('that fails in %s by %s leaves the old file as it was', (operation, code, reason) => {
    const path = join(folder, 'report.txt');
    files.writeFileSync(path, 'old');
    const error = failureOf(() => diskOf(folder, failing(operation, code)).write(path, 'new'));
    expect(error.message).toBe(`Cannot write report.txt: ${reason}`);
    expect(error.hint).toEqual(expect.any(String));
    expect(files.readFileSync(path, 'utf8')).toBe('old');
    expect(files.readdirSync(folder)).toEqual(['report.txt']);
  });

  test('that fails half-way takes its half away', () => {
    const half: Files = {
      ...files,
      writeFileSync: (path: files.PathOrFileDescriptor) => {
        files.writeFileSync(path, 'ha');
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    };
    failureOf(() => diskOf(folder, half).write(join(folder, 'new.txt'), 'half'));
    expect(files.readdirSync(folder)).toEqual([]);
  });

  test('follows a link, and does not put a file in the place of a device', () => {
    const target = join(folder, 'target.txt');
    files.writeFileSync(target, 'old');
    files.symlinkSync(target, join(folder, 'link.txt'));
    files.symlinkSync('/dev/null', join(folder, 'null'));
    diskOf(folder).write(join(folder, 'link.txt'), 'new');
    diskOf(folder).write(join(folder, 'null'), 'gone');
    expect(files.readFileSync(target, 'utf8')).toBe('new');
    expect(files.readdirSync(folder).sort()).toEqual(['link.txt', 'null', 'target.txt']);
    expect(files.statSync(join(folder, 'null')).isCharacterDevice()).toBe(true);
  });

  test('names a failure that it does not know in the words of the system', () => {
    const error = failureOf(() =>
      diskOf('/', failing('writeFileSync', 'EWEIRD')).write(join(folder, 'x'), ''),
    );
    expect(error.message).toContain('EWEIRD: made up');
  });
});

describe('clearing', () => {
  test('keeps the newest files of a folder', () => {
    for (const [name, seconds] of [
      ['a', 3],
      ['b', 1],
      ['c', 2],
    ] as const) {
      files.writeFileSync(join(folder, name), '');
      files.utimesSync(join(folder, name), seconds, seconds);
    }
    const disk = diskOf(folder);
    disk.keepNewest(folder, 3);
    expect(disk.listIfThere(folder)).toEqual(['a', 'b', 'c']);
    disk.keepNewest(folder, 2);
    expect(disk.listIfThere(folder)).toEqual(['a', 'c']);
  });
});

describe('replacing a folder', () => {
  const content = [
    { path: 'a.html', text: 'new' },
    { path: 'b/c.html', text: 'new too' },
  ];

  test('puts all of it in the place of what was there', () => {
    const site = join(folder, 'site');
    diskOf(folder).replaceFolder(site, content);
    diskOf(folder).write(join(site, 'stray'), 'old');
    diskOf(folder).replaceFolder(site, content.slice(1));
    expect(diskOf(folder).filesIfThere(site)).toEqual([join(site, 'b', 'c.html')]);
    expect(files.readdirSync(folder)).toEqual(['site']);
  });

  test('goes through a link, and leaves the link', () => {
    files.mkdirSync(join(folder, 'real'));
    files.symlinkSync('real', join(folder, 'link'));
    diskOf(folder).replaceFolder(join(folder, 'link'), content);
    expect(files.readFileSync(join(folder, 'real', 'a.html'), 'utf8')).toBe('new');
    expect(files.lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
  });

  test.each(['writeFileSync', 'mkdirSync', 'renameSync'] as const)(
    'leaves the old one as it was where %s fails',
    (operation) => {
      const site = join(folder, 'site');
      diskOf(folder).write(join(site, 'a.html'), 'old');
      const disk = diskOf(folder, failing(operation, 'ENOSPC'));
      expect(failureOf(() => disk.replaceFolder(site, content)).message).toBe(
        'Cannot write site: the disk is full',
      );
      expect(files.readFileSync(join(site, 'a.html'), 'utf8')).toBe('old');
      expect(files.readdirSync(folder)).toEqual(['site']);
    },
  );

  test('brings the old one back where only the second rename fails', () => {
    const site = join(folder, 'site');
    diskOf(folder).write(join(site, 'a.html'), 'old');
    let renames = 0;
    const renameSync: typeof files.renameSync = (from, to) => {
      renames += 1;
      if (renames === 2) throw Object.assign(new Error('made up'), { code: 'EACCES' });
      files.renameSync(from, to);
    };
    const disk = diskOf(folder, { ...files, renameSync });
    expect(failureOf(() => disk.replaceFolder(site, content)).message).toBe(
      'Cannot write site: permission denied',
    );
    expect(files.readFileSync(join(site, 'a.html'), 'utf8')).toBe('old');
    expect(files.readdirSync(folder)).toEqual(['site']);
  });

  test('keeps the old one beside where it cannot be put back, and names it', () => {
    const site = join(folder, 'site');
    diskOf(folder).write(join(site, 'a.html'), 'old');
    let renames = 0;
    const renameSync: typeof files.renameSync = (from, to) => {
      renames += 1;
      if (renames > 1) throw Object.assign(new Error('made up'), { code: 'EACCES' });
      files.renameSync(from, to);
    };
    const old = join(folder, `.site.${process.pid}.old`);
    const { message } = failureOf(() =>
      diskOf(folder, { ...files, renameSync }).replaceFolder(site, content),
    );
    expect(message).toContain(`what was there is now ${old}`);
    expect(files.readFileSync(join(old, 'a.html'), 'utf8')).toBe('old');
    expect(files.readdirSync(folder)).toEqual([`.site.${process.pid}.old`]);
  });
});

test('a file that is replaced may be read by those who could before', () => {
  const path = join(folder, 'secret.md');
  files.writeFileSync(path, 'old', { mode: 0o600 });
  diskOf(folder).write(path, 'new');
  expect(files.statSync(path).mode & 0o777).toBe(0o600);
  expect(files.readFileSync(path, 'utf8')).toBe('new');
});
