/** The order of the protocol, and what is not in order. */
import { describe, expect, test } from 'vitest';
import type { InitializeResult } from 'vscode-languageserver-protocol';
import { startServer } from './start-server.js';

const hoverAt = (uri: unknown, position: unknown) => ({ textDocument: { uri }, position });

describe('the life of a server', () => {
  test('it says what it can do, and every method that it announces is answered', async () => {
    const { client, uriOf, open } = startServer();
    const { capabilities, serverInfo } = (await client.initialize(uriOf(''))) as InitializeResult;
    expect(serverInfo).toMatchObject({ name: 'quiesce' });
    expect(Object.keys(capabilities).toSorted()).toEqual([
      'codeActionProvider',
      'completionProvider',
      'definitionProvider',
      'documentHighlightProvider',
      'documentLinkProvider',
      'documentSymbolProvider',
      'foldingRangeProvider',
      'hoverProvider',
      'positionEncoding',
      'referencesProvider',
      'renameProvider',
      'semanticTokensProvider',
      'textDocumentSync',
      'workspace',
      'workspaceSymbolProvider',
    ]);
    const uri = open('rfc/0001-closing-a-queue.md');
    const at = hoverAt(uri, { line: 0, character: 0 });
    const range = { start: at.position, end: at.position };
    for (const [method, params] of [
      ['textDocument/codeAction', { ...at, range, context: { diagnostics: [] } }],
      ['textDocument/completion', at],
      ['textDocument/definition', at],
      ['textDocument/documentHighlight', at],
      ['textDocument/documentLink', at],
      ['textDocument/documentSymbol', at],
      ['textDocument/foldingRange', at],
      ['textDocument/hover', at],
      ['textDocument/prepareRename', at],
      ['textDocument/references', { ...at, context: { includeDeclaration: true } }],
      ['textDocument/semanticTokens/full', at],
      ['workspace/symbol', { query: '' }],
    ] as const)
      await expect(client.request(method, params), method).resolves.toBeDefined();
  });

  test('shutdown, then exit: 0', async () => {
    const { client, uriOf, exit } = startServer();
    await client.initialize(uriOf(''));
    expect(await client.request('shutdown', undefined)).toBeNull();
    client.notify('exit', undefined);
    expect(await exit).toBe(0);
  });

  test('exit without shutdown: 1', async () => {
    const { client, uriOf, exit } = startServer();
    await client.initialize(uriOf(''));
    client.notify('exit', undefined);
    expect(await exit).toBe(1);
  });

  test('an editor that is gone: 1', async () => {
    const { client, uriOf, exit, input } = startServer();
    await client.initialize(uriOf(''));
    input.end();
    expect(await exit).toBe(1);
  });

  test('a request before initialize', async () => {
    const { client } = startServer();
    await expect(
      client.request('textDocument/hover', hoverAt('file:///a.md', { line: 0, character: 0 })),
    ).rejects.toMatchObject({
      code: -32002,
    });
  });

  test('an initialize without parameters, and then one with them', async () => {
    const { client, uriOf } = startServer();
    await expect(client.request('initialize', null)).rejects.toMatchObject({ code: -32602 });
    await expect(client.initialize(uriOf(''))).resolves.toBeDefined();
  });

  test('a second initialize, and a request after shutdown', async () => {
    const { client, uriOf } = startServer();
    await client.initialize(uriOf(''));
    await expect(client.initialize(uriOf(''))).rejects.toMatchObject({ code: -32600 });
    await client.request('shutdown', undefined);
    await expect(client.request('workspace/symbol', { query: '' })).rejects.toMatchObject({ code: -32600 });
  });
});

describe('what is not in order', () => {
  test('a method that nobody announced', async () => {
    const { client, uriOf } = startServer();
    await client.initialize(uriOf(''));
    await expect(client.request('textDocument/formatting', {})).rejects.toMatchObject({
      code: -32601,
      message: 'Unexpected method textDocument/formatting, expected one that was announced',
    });
    await expect(client.request('constructor', {})).rejects.toMatchObject({ code: -32601 });
    client.notify('$/whatever', { any: 1 });
    client.notify('workspace/didRenameFiles', {});
    expect(await client.request('workspace/symbol', { query: 'x' })).toEqual([]);
  });

  test.each([
    ['no parameters', undefined],
    ['no document', { position: { line: 0, character: 0 } }],
    ['a uri that is none', hoverAt(7, { line: 0, character: 0 })],
    ['a negative line', hoverAt('file:///a.md', { line: -1, character: 0 })],
    ['a position that is none', hoverAt('file:///a.md', 'here')],
  ])('%s', async (_, params) => {
    const { client, uriOf } = startServer();
    await client.initialize(uriOf(''));
    await expect(client.request('textDocument/hover', params)).rejects.toMatchObject({ code: -32602 });
  });

  test.each([
    ['JSON that is none', 'Content-Length: 9\r\n\r\n{"method"'],
    ['a message that is no object', 'Content-Length: 2\r\n\r\n[]'],
    ['a message without a method', 'Content-Length: 17\r\n\r\n{"jsonrpc":"2.0"}'],
    ['a header without a length', 'Content-Type: text\r\n\r\n'],
    [
      'a notification without parameters',
      'Content-Length: 52\r\n\r\n{"jsonrpc":"2.0","method":"textDocument/didOpen"}   ',
    ],
  ])('%s: the next message is answered', async (_, bytes) => {
    const { client, uriOf, input } = startServer();
    await client.initialize(uriOf(''));
    input.write(bytes);
    expect(await client.request('workspace/symbol', { query: 'x' })).toEqual([]);
  });

  test('a position far behind the text is its end', async () => {
    const { client, uriOf, open } = startServer();
    await client.initialize(uriOf(''));
    const uri = open('rfc/0001-closing-a-queue.md');
    const far = hoverAt(uri, { line: 99_999, character: 99_999 });
    expect(await client.request('textDocument/hover', far)).toBeNull();
    await expect(client.request('textDocument/completion', far)).resolves.toBeDefined();
  });

  test('a root that is no file', async () => {
    const { client, open } = startServer();
    await client.initialize('vscode-remote://somewhere/else');
    const uri = open('rfc/0001-closing-a-queue.md');
    expect(await client.findings(uri, () => true)).toEqual([]);
  });
});
