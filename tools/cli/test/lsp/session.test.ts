/** Sessions: what an editor sees of the server while somebody writes. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  Hover,
  Location,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { run } from '../../src/run.js';
import { worldIn } from '../console-file.js';
import { type Server, startServer } from './start-server.js';

/** For what comes when nothing else is to do. */
const patience = { timeout: 20_000 };
const rfc = 'rfc/0001-closing-a-queue.md';
const model = 'model/queue.ts';

/** The position of a text in a file, and `beyond` characters further. */
function positionIn(text: string, wanted: string, beyond = 0) {
  const before = text.slice(0, text.indexOf(wanted)).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length + beyond };
}

async function ready(fixture?: string): Promise<Server> {
  const server = startServer(fixture);
  await server.client.initialize(server.uriOf(''));
  return server;
}

const codes = (found: readonly { readonly code?: unknown }[]) => found.map(({ code }) => code);

describe('findings', () => {
  test('come as one types, for the version that was typed', async () => {
    const { client, open, read } = await ready();
    const uri = open(rfc);
    await client.findings(uri, (found) => found.length === 0);
    const start = positionIn(read(rfc), 'MUST NOT start');
    const end = { line: start.line, character: start.character + 8 };
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start, end }, text: 'must not' }],
    });
    const found = await client.findings(uri, (_, version) => version === 2);
    expect(found).toMatchObject([
      { code: 'contract/no-keyword', severity: 1, range: { start: { line: start.line } } },
    ]);
  });

  test('several changes in one message are applied one after the other', async () => {
    const { client, open } = await ready();
    const uri = open(rfc, '---\nrfc: 1\n---\n');
    const at = (line: number, character: number) => ({ line, character });
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: at(1, 0), end: at(1, 0) }, text: 'titel: x\n' },
        { range: { start: at(1, 0), end: at(1, 5) }, text: '\u{1f4a1}' },
        { range: { start: at(1, 0), end: at(1, 2) }, text: 'lists' },
      ],
    });
    const found = await client.findings(uri, (_, version) => version === 2);
    expect(found.find(({ code }) => code === 'rfc/front-matter-value')?.range).toEqual({
      start: at(1, 7),
      end: at(1, 8),
    });
  });

  test('a change without a range is the whole text', async () => {
    const { client, open } = await ready();
    const uri = open(rfc);
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: '' }],
    });
    expect(codes(await client.findings(uri, (_, version) => version === 2))).toContain('rfc/no-front-matter');
  });

  test('of the model come after those of the text, at both ends', async () => {
    const { client, open, read, uriOf } = await ready();
    const uri = open(rfc, read(rfc).replace('close/noJobAfter', 'close/noJobAftre'));
    expect(codes(await client.findings(uri, (found) => found.length === 1))).toEqual([
      'link/unknown-property',
    ]);
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: read(rfc).replace('Model:  close/noJobAfter', 'Unchecked: not yet') }],
    });
    const inModel = await client.findings(uriOf(model), (found) => found.length > 0);
    expect(inModel).toMatchObject([
      {
        code: 'link/not-named-back',
        relatedInformation: [{ location: { uri }, message: 'clause close.no-job-after is here' }],
      },
    ]);
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: 3 },
      contentChanges: [{ text: read(rfc) }],
    });
    await client.findings(uriOf(model), (found) => found.length === 0);
  });

  test('follow the model as it is typed, and keep what was known while it is broken', async () => {
    const { client, open, read } = await ready();
    const uri = open(rfc);
    const source = open(model, read(model), 'typescript');
    await client.findings(uri, (found) => found.length === 0);
    const change = (text: string, version: number) =>
      client.notify('textDocument/didChange', {
        textDocument: { uri: source, version },
        contentChanges: [{ text }],
      });
    change(read(model).replace("clause: 'close.no-job-after'", "clause: 'close.no-job-afer'"), 2);
    expect(codes(await client.findings(uri, (found) => found.length > 0))).toEqual(['link/other-clause']);
    change(read(model).replace('const closed =', 'const closed = ='), 3);
    await client.findings(source, (found) => found.length > 0);
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: positionIn(read(rfc), 'close/noJobAfter', 3),
    });
    expect(hover.contents).toMatchObject({
      value: expect.stringContaining('a property that no run may violate'),
    });
    change(read(model), 4);
    await client.findings(source, (found) => found.length === 0);
  });

  test('follow files that others change', async () => {
    const { client, open, read, write, uriOf } = await ready();
    const uri = open(rfc);
    await client.findings(uri, (found) => found.length === 0);
    write(model, read(model).replaceAll("id: 'close/noJobAfter'", "id: 'close/noJob'"));
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(model), type: 2 }] });
    expect(codes(await client.findings(uri, (found) => found.length > 0))).toEqual(['link/unknown-property']);
  });

  test('an editor that watches files is asked to', async () => {
    const { client, uriOf } = startServer();
    const asked = new Promise((resolve) => {
      client.connection.onRequest('client/registerCapability', (params) => {
        resolve(params);
        return null;
      });
    });
    await client.initialize(uriOf(''), {
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    });
    expect(JSON.stringify(await asked)).toContain('"**/quiesce.json"');
  });

  test('are watched for where the editor does not', async () => {
    const { client, open, read, write } = await ready();
    const uri = open(rfc);
    await client.findings(uri, (found) => found.length === 0);
    let text = read(model).replaceAll("id: 'close/noJobAfter'", "id: 'close/noJob'");
    // The watch begins some time after the first findings.
    const again = setInterval(() => {
      text += '\n';
      write(model, text);
    }, 200);
    expect(codes(await client.findings(uri, (found) => found.length > 0))).toEqual(['link/unknown-property']);
    clearInterval(again);
  });

  test('of the configuration are told at its place, and gone when it is right', async () => {
    const { client, open, read, write, uriOf } = await ready();
    open(rfc);
    const config = read('quiesce.json');
    write('quiesce.json', config.replace('"model"', '"modle"'));
    client.notify('workspace/didChangeWatchedFiles', { changes: [] });
    expect(codes(await client.findings(uriOf('quiesce.json'), (found) => found.length > 0))).toContain(
      'config/unknown-key',
    );
    write('quiesce.json', config);
    client.notify('workspace/didChangeWatchedFiles', { changes: [] });
    await client.findings(uriOf('quiesce.json'), (found) => found.length === 0);
  });

  test('are taken back when the text is closed', async () => {
    const { client, open } = await ready();
    const uri = open(rfc, 'no front matter');
    await client.findings(uri, (found) => found.length > 0);
    client.notify('textDocument/didClose', { textDocument: { uri } });
    await client.findings(uri, (found, version) => found.length === 0 && version === undefined);
  });

  test('two RFCs that use the same id, each with the place of the other', async () => {
    const { client, open, read } = await ready();
    const uri = open(rfc);
    const second = open('rfc/0002-other.md', read(rfc).replace('rfc: 1', 'rfc: 2'));
    const found = await client.findings(second, (all) =>
      all.some(({ code }) => code === 'link/second-clause'),
    );
    expect(found[0]?.relatedInformation?.[0]?.location.uri).toBe(uri);
  });
});

describe('where there is little to go by', () => {
  test('a file of no project', async () => {
    const { client, open, folder } = await ready();
    rmSync(join(folder, 'quiesce.json'));
    const uri = open(rfc, 'Lamps\n');
    expect(codes(await client.findings(uri, () => true))).toEqual(['rfc/no-front-matter']);
  });

  test('a text that was never saved', async () => {
    const { client } = await ready();
    const uri = 'untitled:Untitled-1';
    client.open(uri, '---\nrfc: 3\ntitle: New\nrevision: 1\nstatus: draft\noptions: [a, a]\n---\n');
    expect(codes(await client.findings(uri, () => true))).toEqual(['rfc/repeated-option']);
    const labels = await client.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 7, character: 0 },
    });
    expect(labels.map(({ label }) => label)).toEqual(['```contract', '```objection']);
  });

  test.each(['README.md', 'rfc/revisions/0001-v1.md', 'notes/0001.txt'])(
    '%s is no RFC to judge',
    async (path) => {
      const { client, open } = await ready();
      const uri = open(path, 'Just text.\n\n```contract\nClause: X\n```\n');
      expect(await client.findings(uri, () => true)).toEqual([]);
    },
  );

  test('a text that is not open', async () => {
    const { client, uriOf } = await ready();
    const params = { textDocument: { uri: uriOf(rfc) }, position: { line: 12, character: 12 } };
    expect(await client.request('textDocument/hover', params)).toBeNull();
    expect(await client.request('textDocument/definition', params)).toEqual([]);
    client.notify('textDocument/didChange', {
      textDocument: { uri: uriOf(rfc), version: 2 },
      contentChanges: [],
    });
    client.notify('textDocument/didClose', { textDocument: { uri: uriOf(rfc) } });
    expect(await client.request('workspace/symbol', { query: 'nothing' })).toEqual([]);
  });
});

describe('answers', () => {
  test('a fix is offered where its finding is, also with CRLF', async () => {
    const { client, open, read } = await ready();
    const text = read(rfc).replace('Scope:', 'Scoep:').replaceAll('\n', '\r\n');
    const uri = open(rfc, text);
    const [finding] = await client.findings(uri, (found) => codes(found).includes('contract/unknown-key'));
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: finding!.range,
      context: { diagnostics: [finding], only: ['quickfix'] },
    });
    expect(actions).toMatchObject([
      { isPreferred: true, edit: { changes: { [uri]: [{ range: finding!.range, newText: 'Scope' }] } } },
    ]);
  });

  test('a clause leads to its property, and the property back', async () => {
    const { client, open, read, uriOf } = await ready();
    const uri = open(rfc);
    const source = open(model, read(model), 'typescript');
    const ask = (method: string, at: string, text: string, word: string) =>
      client.request<Location[]>(method, {
        textDocument: { uri: at },
        position: positionIn(text, word, 2),
        context: { includeDeclaration: true },
      });
    // The model is read when nothing else is to do.
    await expect
      .poll(() => ask('textDocument/definition', uri, read(rfc), 'close/noJobAfter'), patience)
      .toMatchObject([{ uri: uriOf(model) }]);
    expect(await ask('textDocument/definition', source, read(model), 'close.no-job-after')).toMatchObject([
      { uri },
    ]);
    const places = await ask('textDocument/references', uri, read(rfc), 'close.no-job-after');
    expect(new Set(places.map((place) => place.uri))).toEqual(new Set([uri, uriOf(model)]));
  });

  test('a rename reaches the model, and a bad name is refused with the rule', async () => {
    const { client, open, read, uriOf } = await ready();
    const uri = open(rfc);
    const rename = (newName: string) =>
      client.request<WorkspaceEdit>('textDocument/rename', {
        textDocument: { uri },
        position: positionIn(read(rfc), 'close.no-job-after', 2),
        newName,
      });
    // The first request of all: it waits for the model.
    expect(Object.keys((await rename('close.quiet')).changes ?? {})).toEqual([uri, uriOf(model)]);
    await expect(rename('Close Quiet')).rejects.toMatchObject({
      code: -32803,
      message:
        'Unexpected id "Close Quiet", expected lower-case words joined by dots, each of letters, digits and dashes',
    });
  });

  test('a rename is refused where it would leave out a model, or the text has changed', async () => {
    const rename = ({ client, read, uriOf }: Server) =>
      client.request<WorkspaceEdit>('textDocument/rename', {
        textDocument: { uri: uriOf(rfc) },
        position: positionIn(read(rfc), 'close.no-job-after', 2),
        newName: 'close.quiet',
      });
    const broken = await ready();
    broken.write(model, 'export const = 1;\n');
    broken.open(rfc);
    await expect(rename(broken)).rejects.toMatchObject({
      code: -32803,
      message:
        'Cannot rename: the model model/queue.ts cannot be read, so what it names is not known; mend it first',
    });
    const typing = await ready();
    const uri = typing.open(rfc);
    const renamed = rename(typing);
    typing.client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: `\n${typing.read(rfc)}` }],
    });
    await expect(renamed).rejects.toMatchObject({ code: -32801 });
  });

  test('a clause leads to patches, tests and what was sent of it', async () => {
    const { client, open, read, write, uriOf, folder } = await ready();
    for (const name of ['patches', 'tests', 'rfc/revisions']) mkdirSync(join(folder, name));
    const config = '{ "rfc": "rfc", "model": "model/queue.ts", "series": "patches", "tests": ["tests"] }';
    write('quiesce.json', config);
    write('tests/close.c', '/* Contract: close.no-job-after */\n');
    write('rfc/revisions/0001-v1.md', read(rfc).replace('close.no-job-after', 'close.quiet'));
    write(
      'patches/0001-close.patch',
      [
        'From 1 Mon Sep 17 00:00:00 2001',
        'From: A <a@example.org>',
        'Date: Mon, 2 Mar 2026 10:00:00 +0000',
        'Subject: [PATCH] queue: wait for the job',
        '',
        'A job may start late.',
        '',
        'Contract: close.no-job-after',
        'Signed-off-by: A <a@example.org>',
        '---',
        ' queue.c | 1 +',
        '',
        'diff --git a/queue.c b/queue.c',
        '--- a/queue.c',
        '+++ b/queue.c',
        '@@ -1,2 +1,3 @@ int queue_close(struct queue *q)',
        ' {',
        '+\twait(q);',
        ' \tq->open = false;',
        '-- ',
        '2.39.5',
        '',
      ].join('\n'),
    );
    const text = read(rfc).replace(
      'Clause: close.no-job-after',
      'Clause: close.no-job-after\nWas:    close.quiet\nCode:   queue.c queue_close()\nTest:   tests/close.c',
    );
    const uri = open(rfc, text);
    const from = (word: string) =>
      client.request<Location[]>('textDocument/definition', {
        textDocument: { uri },
        position: positionIn(text, word, 9),
      });
    await expect
      .poll(() => from('Code:   queue.c'), patience)
      .toMatchObject([{ uri: uriOf('patches/0001-close.patch'), range: { start: { line: 15 } } }]);
    expect(await from('Test:   tests')).toMatchObject([{ uri: uriOf('tests/close.c') }]);
    expect(await from('Was:    close')).toMatchObject([{ uri: uriOf('rfc/revisions/0001-v1.md') }]);
    const places = await client.request<Location[]>('textDocument/references', {
      textDocument: { uri },
      position: positionIn(text, 'close.no-job-after', 3),
      context: { includeDeclaration: false },
    });
    expect(
      places.map((place) => `${place.uri.replace(`${uriOf('')}/`, '')}:${place.range.start.line + 1}`),
    ).toEqual([
      'model/queue.ts:115',
      'patches/0001-close.patch:8',
      'patches/0001-close.patch:16',
      'tests/close.c:1',
    ]);
    // What was sent stays as it was: neither patches nor snapshots are renamed, but tests are.
    const renamed = await client.request<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri },
      position: positionIn(text, 'close.no-job-after', 3),
      newName: 'close.silent',
    });
    expect(Object.keys(renamed.changes ?? {}).map((one) => one.replace(`${uriOf('')}/`, ''))).toEqual([
      rfc,
      'model/queue.ts',
      'tests/close.c',
    ]);
  });

  test('hover tells what the last check said', async () => {
    const { client, open, read, folder } = await ready();
    await run(['check'], worldIn(folder, [], []));
    const uri = open(rfc);
    const hover = () =>
      client.request<Hover>('textDocument/hover', {
        textDocument: { uri },
        position: positionIn(read(rfc), 'close.no-job-after', 2),
      });
    await expect
      .poll(async () => JSON.stringify((await hover()).contents), patience)
      .toContain('| **locked** | holds | 19 |');
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: read(rfc).replace('a job MUST NOT start', 'a job MUST NOT begin') }],
    });
    expect(JSON.stringify((await hover()).contents)).toContain('stale: the clause changed since');
  });
});
