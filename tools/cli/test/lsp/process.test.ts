/** The server as an editor starts it: a process of the bundle behind pipes, and a session from the first message to the last. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction, CompletionItem, Hover, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { clientOf } from './client.js';

const home = resolve(import.meta.dirname, '../..');
const bin = join(home, 'bin', 'quiesce.js');
const project = realpathSync(mkdtempSync(join(tmpdir(), 'quiesce-lsp-')));

/** For what comes when nothing else is to do. */
const patience = { timeout: 20_000 };

beforeAll(() => {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: resolve(home, '../..') });
  cpSync(join(home, 'test/fixtures/queue'), project, { recursive: true });
}, 300_000);
afterAll(() => rmSync(project, { recursive: true }));

function start() {
  const child = spawn(process.execPath, [bin, 'lsp', '--stdio'], {
    cwd: '/',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const talk: string[] = [];
  child.stderr.on('data', (text) => talk.push(String(text)));
  return { child, talk, client: clientOf(child.stdout, child.stdin), ended: endOf(child) };
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolveCode) => child.on('exit', resolveCode));
}

test('a session, from the first message to the last', async () => {
  const { client, talk, ended } = start();
  const path = join(project, 'rfc/0001-closing-a-queue.md');
  const uri = pathToFileURL(path).href;
  const text = readFileSync(path, 'utf8').replace('Scope:', 'Scoep:');
  const lineOf = (start_: string): number => text.split('\n').findIndex((line) => line.startsWith(start_));
  const at = (line: string, character: number) => ({
    textDocument: { uri },
    position: { line: lineOf(line), character },
  });

  await client.initialize(pathToFileURL(project).href, {
    textDocument: { completion: { completionItem: { snippetSupport: true } } },
  });
  client.open(uri, text);
  const [finding] = await client.findings(uri, () => true);
  expect(finding).toMatchObject({
    code: 'contract/unknown-key',
    range: { start: { line: lineOf('Scoep:') } },
  });

  const [fix] = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: finding!.range,
    context: { diagnostics: [finding] },
  });
  const edit = fix?.edit?.changes?.[uri]?.[0];
  expect(edit?.newText).toBe('Scope');
  client.notify('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: edit?.range, text: edit?.newText }],
  });
  expect(await client.findings(uri, (_, version) => version === 2)).toEqual([]);

  const hover = await client.request<Hover>('textDocument/hover', at('Clause: close.price', 10));
  expect(JSON.stringify(hover.contents)).toContain('the model has no time');
  const keys = await client.request<CompletionItem[]>('textDocument/completion', at('Unchecked: ', 0));
  expect(keys.map(({ label }) => label)).toContain('Model');

  // The model is read in a thread of its own.
  await expect
    .poll(() => client.request('textDocument/definition', at('Model:  close/noJobAfter', 12)), patience)
    .toMatchObject([{ uri: pathToFileURL(join(project, 'model/queue.ts')).href }]);
  const renamed = await client.request<WorkspaceEdit>('textDocument/rename', {
    ...at('Clause: close.no-job-after', 12),
    newName: 'close.quiet',
  });
  expect(Object.keys(renamed.changes ?? {})).toHaveLength(2);

  expect(await client.request('shutdown', undefined)).toBeNull();
  client.notify('exit', undefined);
  expect(await ended).toBe(0);
  expect(talk).toEqual([]);
});

test('an editor that closes its end without a word', async () => {
  const { client, child, ended } = start();
  await client.initialize(null);
  client.connection.dispose();
  child.stdin.end();
  expect(await ended).toBe(1);
});

test('an editor that is killed', async () => {
  // Its end of the pipe stays open, as that of an editor with children of its own does.
  const editor = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' });
  const { client, ended } = start();
  await client.request('initialize', { processId: editor.pid, rootUri: null, capabilities: {} });
  editor.kill('SIGKILL');
  expect(await ended).toBe(1);
});

test('without a way to talk it says what to write', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'lsp'], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain("required option '--stdio'");
});
