import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ToolError } from '@quiesce/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CachedResult, cacheIn } from '../src/cache.js';
import { diskOf } from '../src/disk.js';

const explored: CachedResult = {
  kind: 'explored',
  states: 5,
  transitions: 7,
  reduced: false,
  depth: 2,
  complete: true,
  stoppedBy: null,
  buffers: 0,
  ends: 1,
  deadlocks: 0,
  signals: { 'lamp/dark': ['applies', 'violated'] },
  wouldHoldUnder: { 'lamp/dark': null },
  failures: [
    { process: 0, edge: 3, message: 'null', place: { file: 'a.ts', line: 2, column: 5, endLine: 2 } },
  ],
  lines: [{ file: 'a.ts', line: 2, functions: ['glow'], taken: true }],
};
const story: CachedResult = {
  kind: 'story',
  switches: 1,
  steps: 2,
  fewest: true,
  table: '  P0\n',
  trace: '{}\n',
};

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quiesce-cache-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const newCache = () => cacheIn(root, diskOf(root));
const fileOf = (key: string) => join(root, '.quiesce', 'cache', `${key}.json`);

test.each([explored, story])('$kind comes back as it was', (result) => {
  const cache = newCache();
  expect(cache.read('k')).toBeUndefined();
  cache.write('k', result);
  expect(newCache().read('k')).toEqual(result);
  expect(cache.takeNotes()).toEqual([]);
});

describe('an entry that is not what was written is not used', () => {
  const edit = (change: (entry: Record<string, unknown>) => unknown) => (text: string) =>
    JSON.stringify(change(JSON.parse(text)));

  test.each([
    ['cut short', (text: string) => text.slice(0, 50), 'not JSON'],
    ['empty', () => '', 'not JSON'],
    ['of another version', edit((entry) => ({ ...entry, version: 2 })), 'another form at version'],
    ['of another tool', edit(() => ({ states: 5 })), 'another form at'],
    ['of another key', edit((entry) => ({ ...entry, key: 'other' })), 'it belongs to another key'],
    ['with a bit turned', (text: string) => text.replace('"violated"', '"declined"'), 'wrong checksum'],
    [
      'with another type',
      (text: string) => text.replace('"states":5', '"states":"5"'),
      'another form at result',
    ],
  ])('%s', (_, change, reason) => {
    newCache().write('k', explored);
    writeFileSync(fileOf('k'), change(readFileSync(fileOf('k'), 'utf8')));
    const cache = newCache();
    expect(cache.read('k')).toBeUndefined();
    expect(cache.takeNotes()).toEqual([expect.stringContaining(reason)]);
    expect(cache.takeNotes()).toEqual([]);
    cache.write('k', explored);
    expect(cache.read('k')).toEqual(explored);
  });

  test('many with one reason are told in one line', () => {
    for (const key of ['a', 'b', 'c']) {
      newCache().write(key, story);
      writeFileSync(fileOf(key), '');
    }
    const cache = newCache();
    for (const key of ['a', 'b', 'c']) cache.read(key);
    expect(cache.takeNotes()).toEqual([
      '3 cache entries such as a.json are not used (not JSON) and computed anew',
    ]);
  });
});

test('a cache that cannot be written is told once, and nothing fails', () => {
  const disk = diskOf(root);
  const write = () => {
    throw new ToolError('Cannot write: the disk is full');
  };
  const cache = cacheIn(root, { ...disk, write });
  cache.write('a', story);
  cache.write('b', story);
  expect(cache.takeNotes()).toEqual([expect.stringContaining('the disk is full')]);
  expect(readdirSync(root)).toEqual([]);
});

describe('what is kept', () => {
  const kept = (count: number, room?: 'comparisons') => {
    const asked: (readonly [string, number])[] = [];
    const disk = {
      ...diskOf(root),
      keepNewest: (folder: string, most: number) => asked.push([folder, most]),
    };
    const cache = cacheIn(root, disk, room);
    for (let index = 0; index < count; index += 1) cache.read(`k${index}`);
    cache.write('k0', story);
    cache.close();
    return asked;
  };

  test('comparisons stand apart from checks, and neither removes what the other needs', () => {
    expect(kept(1)).toEqual([[join(root, '.quiesce', 'cache'), 1000]]);
    expect(kept(1, 'comparisons')).toEqual([[join(root, '.quiesce', 'comparisons'), 5000]]);
    expect(newCache().read('k0')).toEqual(story);
  });

  test('a run never keeps less than it has asked for', () => {
    expect(kept(1200)[0]?.[1]).toBe(1200);
  });
});
