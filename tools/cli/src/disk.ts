/**
 * The only place that reads and writes files. A file is written under a temporary name beside its own and then renamed, so
 * that whoever looks sees the old content or the new one, never a part. Whatever goes wrong is a `ToolError` that says
 * what could not be done, with which file, why, and what helps.
 */
import * as nodeFiles from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { ToolError } from '@quiesce/contract';

/** The part of `node:fs` that is used here; tests give one that fails. */
export type Files = Pick<
  typeof nodeFiles,
  | 'readFileSync'
  | 'writeFileSync'
  | 'mkdirSync'
  | 'mkdtempSync'
  | 'readdirSync'
  | 'rmSync'
  | 'statSync'
  | 'realpathSync'
  | 'renameSync'
  | 'copyFileSync'
  | 'appendFileSync'
  | 'statfsSync'
>;

/** Paths are absolute. */
export interface Disk {
  /** The text of a file, as UTF-8. */
  readonly read: (path: string) => string;
  /** The same; undefined if there is no such file. */
  readonly readIfThere: (path: string) => string | undefined;
  /** Names in a folder, ascending; undefined if there is no such folder. */
  readonly listIfThere: (path: string) => readonly string[] | undefined;
  /**
   * All files at a path or below it, ascending; undefined if there is nothing. Left out are names with a dot in front, `node_modules`,
   * and what is behind a link to a folder.
   */
  readonly filesIfThere: (path: string) => readonly string[] | undefined;
  /** Replaces a file as a whole; makes the folders above it. */
  readonly write: (path: string, content: string | Uint8Array) => void;
  /** The bytes of a file. */
  readonly readBytes: (path: string) => Uint8Array;
  /** Adds to the end of a file, which is made if it is not there. */
  readonly append: (path: string, text: string) => void;
  /** Makes a folder and those above it; it may be there. */
  readonly makeFolder: (path: string) => void;
  /** Copies a file with its mode; makes the folders above it. */
  readonly copy: (from: string, to: string) => void;
  /** Makes a file if it is not there, in one step; tells whether it did. */
  readonly claim: (path: string, text: string) => boolean;
  /** Gives a file or a folder another path, in the place of a file that is there. */
  readonly rename: (from: string, to: string) => void;
  /** Removes a file, or a folder with all that is in it; it may be missing. */
  readonly remove: (path: string) => void;
  /** What kind of thing is there, and whether it may be run; undefined if there is nothing. */
  readonly kindIfThere: (path: string) => 'file' | 'program' | 'folder' | 'other' | undefined;
  /** Bytes that are free where `path` is. */
  readonly freeBytes: (path: string) => number;
  /** Makes an empty folder for other programs, and removes it with all that is in it when `use` is done. */
  readonly inTemporaryFolder: <T>(use: (folder: string) => Promise<T>) => Promise<T>;
  /** Removes the files of a folder that were written first, but for `count`. */
  readonly keepNewest: (folder: string, count: number) => void;
  /**
   * Puts a folder with these files in the place of one that is there, which is lost with all that is in it. Until the last file is
   * written, the old one stands. Paths are relative to the folder.
   */
  readonly replaceFolder: (
    folder: string,
    content: readonly { readonly path: string; readonly text: string }[],
  ) => void;
}

/** Messages name paths as seen from `cwd`. */
export function diskOf(cwd: string, files: Files = nodeFiles): Disk {
  const attempt = <T>(what: 'read' | 'list' | 'write' | 'clear', path: string, action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw diskError(`${what} ${seenFrom(cwd, path)}`, error);
    }
  };
  const read = (path: string): string => attempt('read', path, () => files.readFileSync(path, 'utf8'));
  return {
    read,
    readIfThere: (path) => unlessMissing(() => read(path)),
    listIfThere: (path) =>
      unlessMissing(() => attempt('list', path, () => [...files.readdirSync(path)].sort())),
    filesIfThere: (path) => unlessMissing(() => attempt('list', path, () => filesBelow(files, path))),
    write: (path, content) => attempt('write', path, () => writeWhole(files, path, content)),
    readBytes: (path) => attempt('read', path, () => files.readFileSync(path)),
    append: (path, text) => attempt('write', path, () => files.appendFileSync(path, text)),
    makeFolder: (path) => attempt('write', path, () => files.mkdirSync(path, { recursive: true })),
    copy: (from, to) =>
      attempt('write', to, () => {
        files.mkdirSync(dirname(to), { recursive: true });
        files.copyFileSync(from, to);
      }),
    claim: (path, text) =>
      attempt('write', path, () => {
        files.mkdirSync(dirname(path), { recursive: true });
        try {
          files.writeFileSync(path, text, { flag: 'wx' });
          return true;
        } catch (error) {
          if (codeOf(error) === 'EEXIST') return false;
          throw error;
        }
      }),
    rename: (from, to) => attempt('write', to, () => files.renameSync(from, to)),
    remove: (path) => attempt('clear', path, () => files.rmSync(path, { recursive: true, force: true })),
    kindIfThere: (path) =>
      attempt('read', path, () => {
        const found = files.statSync(path, { throwIfNoEntry: false });
        if (found === undefined) return undefined;
        if (found.isDirectory()) return 'folder';
        if (!found.isFile()) return 'other';
        return (found.mode & 0o111) === 0 ? 'file' : 'program';
      }),
    freeBytes: (path) =>
      attempt('read', path, () => {
        const { bavail, bsize } = files.statfsSync(path);
        return bavail * bsize;
      }),
    inTemporaryFolder: async (use) => {
      const folder = attempt('write', tmpdir(), () => files.mkdtempSync(join(tmpdir(), 'quiesce-')));
      try {
        return await use(folder);
      } finally {
        files.rmSync(folder, { recursive: true, force: true });
      }
    },
    keepNewest: (folder, count) =>
      attempt('clear', folder, () => {
        const names = files.readdirSync(folder);
        if (names.length <= count) return;
        const aged = names.map((name) => {
          const path = join(folder, name);
          return { path, writtenMs: files.statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
        });
        aged.sort((a, b) => b.writtenMs - a.writtenMs);
        for (const { path } of aged.slice(count)) files.rmSync(path, { force: true });
      }),
    replaceFolder: (folder, content) => attempt('write', folder, () => replaceFolder(files, folder, content)),
  };
}

function filesBelow(files: Files, path: string): readonly string[] {
  if (!files.statSync(path).isDirectory()) return [path];
  const entries = files.readdirSync(path, { withFileTypes: true });
  return entries
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) return filesBelow(files, inside);
      return files.statSync(inside, { throwIfNoEntry: false })?.isFile() === true ? [inside] : [];
    });
}

function writeWhole(files: Files, path: string, content: string | Uint8Array): void {
  files.mkdirSync(dirname(path), { recursive: true });
  const there = files.statSync(path, { throwIfNoEntry: false });
  // A device or a pipe (/dev/stdout) has nothing to protect, and a rename would put a file in its place.
  if (there !== undefined && !there.isFile() && !there.isDirectory()) {
    files.writeFileSync(path, content);
    return;
  }
  const target = there === undefined ? path : files.realpathSync(path);
  // One name a process: two runs at once do not write into each other's file.
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    // Who may read the file stays as it is.
    files.writeFileSync(temporary, content, there === undefined ? {} : { mode: there.mode });
    files.renameSync(temporary, target);
  } catch (error) {
    files.rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Two renames cannot be one: between them there is no folder, and if the second fails, the first is undone. If that fails
 * too, the old folder stays beside, and the error names it.
 */
function replaceFolder(
  files: Files,
  path: string,
  content: readonly { readonly path: string; readonly text: string }[],
): void {
  const isThere = files.statSync(path, { throwIfNoEntry: false }) !== undefined;
  const target = isThere ? files.realpathSync(path) : path;
  const beside = (ending: string): string =>
    join(dirname(target), `.${basename(target)}.${process.pid}.${ending}`);
  const [fresh, old] = [beside('tmp'), beside('old')];
  try {
    files.rmSync(fresh, { recursive: true, force: true });
    for (const { path: inside, text } of content) {
      const file = join(fresh, inside);
      files.mkdirSync(dirname(file), { recursive: true });
      files.writeFileSync(file, text);
    }
    if (isThere) files.renameSync(target, old);
    try {
      files.renameSync(fresh, target);
    } catch (error) {
      if (isThere) putBack(files, old, target);
      throw error;
    }
    files.rmSync(old, { recursive: true, force: true });
  } finally {
    files.rmSync(fresh, { recursive: true, force: true });
  }
}

function putBack(files: Files, old: string, target: string): void {
  try {
    files.renameSync(old, target);
  } catch (cause) {
    throw new Error(`it could not be replaced, nor put back; what was there is now ${old}`, { cause });
  }
}

function seenFrom(cwd: string, path: string): string {
  const inside = relative(cwd, path);
  return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? path : inside;
}

function unlessMissing<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof ToolError && codeOf(error.cause) === 'ENOENT') return undefined;
    throw error;
  }
}

/** `what`: what was tried, such as `write report.xml`. */
export function diskError(what: string, cause: unknown): ToolError {
  const code = codeOf(cause);
  const known = code === undefined ? undefined : reasons[code];
  const reason = known?.reason ?? (cause instanceof Error ? cause.message : String(cause));
  const hint = known?.hint;
  return new ToolError(`Cannot ${what}: ${reason}`, { cause, ...(hint === undefined ? {} : { hint }) });
}

const makeRoom = 'Make room and run again; nothing was left half-written.';
const askForMore = 'Change its permissions, or run as a user who may.';

const reasons: Readonly<Record<string, { readonly reason: string; readonly hint: string }>> = {
  ENOENT: { reason: 'there is no such file or folder', hint: 'Check the path.' },
  EEXIST: { reason: 'a part of the path is a file, not a folder', hint: 'Check the path.' },
  ENOTDIR: { reason: 'a part of the path is a file, not a folder', hint: 'Check the path.' },
  EISDIR: { reason: 'it is a folder', hint: 'Give the path of a file.' },
  EACCES: { reason: 'permission denied', hint: askForMore },
  EPERM: { reason: 'the operation is not permitted', hint: askForMore },
  EROFS: { reason: 'the file system is read-only', hint: 'Give a path on another file system.' },
  ENOSPC: { reason: 'the disk is full', hint: makeRoom },
  EDQUOT: { reason: 'the disk quota is used up', hint: makeRoom },
  EMFILE: { reason: 'too many files are open', hint: 'Raise the limit (ulimit -n) and run again.' },
};

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
