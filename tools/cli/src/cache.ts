/**
 * Results that were computed before, by the key of what they depend on: one JSON file each, in a folder of `.quiesce`. Checks and
 * comparisons have one each, so that a comparison of two revisions does not remove what the next check needs. A cache is
 * never needed and never trusted: an entry that is not exactly what was written, or not of this version, is computed anew.
 */
import { join } from 'node:path';
import {
  type CellResult,
  type ComparedResult,
  cellResultSchema,
  comparedResultSchema,
  digest,
  type StoryResult,
  storyResultSchema,
  type WitnessResult,
  witnessResultSchema,
} from '@quiesce/conformance';
import { ToolError } from '@quiesce/contract';
import { z } from 'zod';
import type { Disk } from './disk.js';

export type CachedResult = CellResult | StoryResult | ComparedResult | WitnessResult;

export interface Cache {
  readonly read: (key: string) => CachedResult | undefined;
  readonly write: (key: string, result: CachedResult) => void;
  /** Ends the use of it: removes the oldest entries if there are too many. */
  readonly close: () => void;
  /** What there is to tell since this was asked last: entries that were not usable, and whether nothing can be kept. */
  readonly takeNotes: () => readonly string[];
}

const cacheVersion = 1;

/**
 * Folders, and how many entries each keeps: some dozens of megabytes. Of checks the last ten or so states of a model that is being
 * worked on; a comparison is about some hundred cells for each clause.
 */
const rooms = {
  checks: { name: 'cache', mostEntries: 1000 },
  comparisons: { name: 'comparisons', mostEntries: 5000 },
} as const;

export type CacheRoom = keyof typeof rooms;

const entrySchema = z.strictObject({
  format: z.literal('quiesce-cache'),
  version: z.literal(cacheVersion),
  key: z.string(),
  /** Of the text of the result. */
  sum: z.string(),
  result: z.union([cellResultSchema, storyResultSchema, comparedResultSchema, witnessResultSchema]),
});

export function cacheIn(root: string, disk: Disk, room: CacheRoom = 'checks'): Cache {
  const { name, mostEntries } = rooms[room];
  const folder = join(root, '.quiesce', name);
  const used = new Set<string>();
  const notes: string[] = [];
  /** Files by the reason why they are not usable. */
  const unusable = new Map<string, readonly string[]>();
  let isWritable = true;
  let isWritten = false;
  return {
    read: (key) => {
      used.add(key);
      const text = disk.readIfThere(join(folder, `${key}.json`));
      if (text === undefined) return undefined;
      const read = readEntry(text, key);
      if (read.ok) return read.result;
      unusable.set(read.reason, [...(unusable.get(read.reason) ?? []), `${key}.json`]);
      return undefined;
    },
    write: (key, result) => {
      if (!isWritable) return;
      const sum = digest(JSON.stringify(result));
      const entry = { format: 'quiesce-cache', version: cacheVersion, key, sum, result };
      try {
        disk.write(join(folder, `${key}.json`), `${JSON.stringify(entry)}\n`);
        isWritten = true;
      } catch (error) {
        if (!(error instanceof ToolError)) throw error;
        isWritable = false;
        notes.push(`results are not kept for the next run. ${error.message}`);
      }
    },
    close: () => {
      // As many as this run has asked for are kept at least: else the next one would find only a part of them.
      if (isWritten && isWritable) disk.keepNewest(folder, Math.max(mostEntries, used.size));
    },
    takeNotes: () => {
      const refused = [...unusable].map(([reason, files]) => unusableText(reason, files));
      unusable.clear();
      return [...refused, ...notes.splice(0)];
    },
  };
}

function unusableText(reason: string, files: readonly string[]): string {
  const [first = ''] = files;
  const which =
    files.length === 1 ? `the cache entry ${first} is` : `${files.length} cache entries such as ${first} are`;
  return `${which} not used (${reason}) and computed anew`;
}

/** For runs that neither read nor keep results. */
export const noCache: Cache = {
  read: () => undefined,
  write: () => {},
  close: () => {},
  takeNotes: () => [],
};

type ReadEntry =
  | { readonly ok: true; readonly result: CachedResult }
  | { readonly ok: false; readonly reason: string };

function readEntry(text: string, key: string): ReadEntry {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'not JSON' };
  }
  const entry = entrySchema.safeParse(data);
  if (!entry.success) {
    const [issue] = entry.error.issues;
    return { ok: false, reason: `another form at ${issue?.path.join('.') || 'the top'}` };
  }
  if (entry.data.key !== key) return { ok: false, reason: 'it belongs to another key' };
  // The text as it was written: a parsed result may have its keys in another order.
  if (entry.data.sum !== digest(JSON.stringify((data as { readonly result: unknown }).result)))
    return { ok: false, reason: 'wrong checksum' };
  return { ok: true, result: entry.data.result };
}
