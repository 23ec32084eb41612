import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../../src/run.js';
import { worldIn } from '../console-file.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quiesce-lint-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const rfc = (lines: string, revision = 1, status = 'review') =>
  `---\nrfc: 1\ntitle: Lamps\nrevision: ${revision}\nstatus: ${status}\noptions: [relay]\n---\n\n${lines}`;
const clause = (id: string) => `\`\`\`contract\nClause: ${id}\nThen:   it MAY glow\nWhy:    x\n\`\`\`\n`;

function write(name: string, content: string | Buffer): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

async function lint(...words: readonly string[]) {
  const [result, talk]: [string[], string[]] = [[], []];
  const status = await run(['lint', ...words], worldIn(folder, result, talk));
  return { status, result: result.join(''), talk: talk.join('') };
}

test('no project is needed for a file', async () => {
  write('a note.md', rfc('A lamp. \n'));
  expect(await lint('a note.md', '--format', 'unix')).toEqual({
    status: 0,
    result: 'a note.md:9:8: warning: Unexpected white space at the end of the line [mail/trailing-space]\n',
    talk: 'quiesce: a note.md in review mode\n',
  });
});

test('without a project and without a file there is nothing to lint', async () => {
  const { status, talk } = await lint();
  expect(status).toBe(2);
  expect(talk).toContain('Name a file, or - for standard input.');
});

test.each([
  ['missing.md', 'there is no such file'],
  ['.', 'it is a folder'],
])('what cannot be read is told: %s', async (name, reason) => {
  const { status, talk } = await lint(name);
  expect(status).toBe(2);
  expect(talk).toContain(reason);
});

test('nothing is written over bytes that are no UTF-8', async () => {
  const bytes = Buffer.concat([Buffer.from(rfc('A lamp. \n')), Buffer.from([0xff, 0x0a])]);
  write('a.md', bytes);
  const { status, result } = await lint('--fix', 'a.md');
  expect(status).toBe(1);
  expect(result).toContain('[rfc/not-utf8]');
  expect(readFileSync(join(folder, 'a.md')).equals(bytes)).toBe(true);
});

test('an RFC is held against its snapshots', async () => {
  cpSync(join(import.meta.dirname, '../fixtures/queue'), folder, { recursive: true });
  write(
    'rfc/0001-closing-a-queue.md',
    rfc(`Lamps\n=====\n\nChanges in v2\n-------------\n\nx\n\n${clause('a.b')}`, 2),
  );
  write('rfc/revisions/0001-v1.md', rfc(clause('a.c'), 1));
  write('rfc/revisions/0001-v2.md', rfc(clause('a.d'), 2));
  const { status, result } = await lint(
    '--no-model',
    '--format',
    'unix',
    '--rule',
    'history/lost-clause,history/same-revision',
  );
  expect(status).toBe(1);
  expect(result.match(/\[[a-z/-]+\]/g)).toEqual(['[history/lost-clause]', '[history/same-revision]']);
});

test('functions are looked for in the patches of the series', async () => {
  cpSync(join(import.meta.dirname, '../fixtures/traced'), folder, { recursive: true });
  const path = join(folder, 'rfc/0001-closing-a-queue.md');
  writeFileSync(path, readFileSync(path, 'utf8').replace('queue_close(queue)', 'queue_clsoe(queue)'));
  const { result } = await lint('--mode', 'review', '--no-model', '--format', 'unix', '--rule', 'project');
  expect(result).toMatch(
    /: warning: Unexpected function "queue_clsoe\(\)" in Scope, which no patch has \[project\/unknown-function\]\n$/,
  );
});

test('what was withdrawn is linted where it is named', async () => {
  cpSync(join(import.meta.dirname, '../fixtures/queue'), folder, { recursive: true });
  write('rfc/0002-lamps.md', rfc('A lamp. \n', 1, 'withdrawn').replace('rfc: 1', 'rfc: 2'));
  expect((await lint('--no-model')).talk).not.toContain('0002');
  const { result, talk } = await lint('--no-model', 'rfc/0002-lamps.md', '--format', 'unix');
  expect(talk).toContain('rfc/0002-lamps.md in review mode');
  expect(result).toContain('[mail/trailing-space]');
});
