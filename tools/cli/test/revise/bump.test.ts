/** What is left when a disk fails in the middle, and what the same command makes of it afterwards. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ToolError } from '@quiesce/contract';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bump } from '../../src/revise/bump.js';
import { newRfc } from '../../src/revise/new.js';
import { worldIn } from '../console-file.js';

const name = '0001-closing-a-queue.md';
let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'quiesce-')));
  cpSync(join(import.meta.dirname, '..', 'fixtures', 'queue'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = (...path: readonly string[]) => readFileSync(join(folder, 'rfc', ...path), 'utf8');

/** Its disk is full when `isLast` says so. */
const failing = (isLast: (path: string) => boolean) => {
  const world = worldIn(folder, [], []);
  const write: typeof world.disk.write = (path, content) => {
    if (isLast(path)) throw new ToolError(`Cannot write ${path}: the disk is full`);
    world.disk.write(path, content);
  };
  return { ...world, disk: { ...world.disk, write } };
};

test('where the snapshot cannot be written the RFC is what it was', async () => {
  const before = text(name);
  await expect(
    bump(
      {},
      failing((path) => path.includes('revisions')),
    ),
  ).rejects.toThrow('the disk is full');
  expect(text(name)).toBe(before);
  expect(readdirSync(join(folder, 'rfc'))).toEqual([name]);
});

test('where the RFC cannot be written the same command goes on from the snapshot', async () => {
  const before = text(name);
  await expect(
    bump(
      {},
      failing((path) => path.endsWith(name)),
    ),
  ).rejects.toThrow('the disk is full');
  expect(text(name)).toBe(before);
  const result: string[] = [];
  expect(await bump({}, worldIn(folder, result, []))).toBe(0);
  expect(result.join('')).toBe(`rfc/${name}: raise revision 1 to 2, and list the changes\n`);
  expect(text('revisions', '0001-v1.md')).toBe(before);
});

test('what is only planned writes nothing', async () => {
  const never = failing(() => true);
  expect(await bump({ dryRun: true }, never)).toBe(0);
  expect(await newRfc({ title: 'Another', dryRun: true }, never)).toBe(0);
});

test('a new RFC has the next number after all of which something was sent', async () => {
  const world = worldIn(folder, [], []);
  world.disk.write(join(folder, 'rfc', 'revisions', '0041-v1.md'), 'gone');
  const result: string[] = [];
  expect(await newRfc({ title: 'Another' }, worldIn(folder, result, []))).toBe(0);
  expect(result).toEqual(['rfc/0042-another.md\n']);
  await expect(newRfc({ title: 'A third', number: '41' }, world)).rejects.toThrow(
    'another one of this number was sent',
  );
});
