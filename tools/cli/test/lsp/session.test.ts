/** Sessions with a server in this process, from source: what an editor sees of it. */
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { Hover } from 'vscode-languageserver-protocol';
import { serve } from '../../src/lsp/serve.js';
import { worldIn } from '../console-file.js';
import { clientOf } from './client.js';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

function startServer(fixture = 'queue') {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'quiesce-lsp-')));
  cpSync(join(import.meta.dirname, '../fixtures', fixture), folder, { recursive: true });
  const input = new PassThrough();
  const output = new PassThrough();
  const talk: string[] = [];
  const exit = serve(input, output, worldIn(folder, [], talk));
  const client = clientOf(output, input);
  closing.push(() => {
    client.connection.dispose();
    input.end();
    rmSync(folder, { recursive: true });
  });
  const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;
  const textOf = (path: string): string => readFileSync(join(folder, path), 'utf8');
  return { client, exit, folder, uriOf, textOf, talk };
}

const rfc = 'rfc/0001-closing-a-queue.md';

test('a text is judged as it is typed', async () => {
  const { client, uriOf, textOf } = startServer();
  await client.initialize(uriOf(''));
  const uri = uriOf(rfc);
  client.open(uri, textOf(rfc));
  await client.findings(uri, (found) => found.length === 0);
  const line = textOf(rfc).split('\n').indexOf('Then:   a job MUST NOT start');
  client.notify('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: { line, character: 14 }, end: { line, character: 22 } }, text: 'must not' }],
  });
  const found = await client.findings(uri, (_, version) => version === 2);
  expect(found).toMatchObject([{ code: 'contract/no-keyword', severity: 1, range: { start: { line } } }]);
});

test('hover shows a clause', async () => {
  const { client, uriOf, textOf } = startServer();
  await client.initialize(uriOf(''));
  const uri = uriOf(rfc);
  client.open(uri, textOf(rfc));
  const line = textOf(rfc).split('\n').indexOf('Clause: close.no-job-after');
  const hover = await client.request<Hover>('textDocument/hover', {
    textDocument: { uri },
    position: { line, character: 12 },
  });
  expect(hover.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining('**close.no-job-after**') });
});
