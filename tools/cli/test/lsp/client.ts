/** An editor for tests: it speaks the protocol to a server behind two streams, and remembers what it was sent. */
import type { Readable, Writable } from 'node:stream';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  Diagnostic,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';

export interface Client {
  readonly connection: MessageConnection;
  readonly initialize: (root: string | null, capabilities?: ClientCapabilities) => Promise<unknown>;
  readonly open: (uri: string, text: string, version?: number, languageId?: string) => void;
  readonly request: <Result>(method: string, params: unknown) => Promise<Result>;
  readonly notify: (method: string, params: unknown) => void;
  /** The findings of a text once they satisfy `isWanted`; waits for them. */
  readonly findings: (
    uri: string,
    isWanted: (found: readonly Diagnostic[], version: number | undefined) => boolean,
  ) => Promise<readonly Diagnostic[]>;
}

export function clientOf(output: Readable, input: Writable): Client {
  const connection = createMessageConnection(new StreamMessageReader(output), new StreamMessageWriter(input));
  const last = new Map<string, PublishDiagnosticsParams>();
  const waiting = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    last.set(params.uri, params);
    for (const look of waiting) look();
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  return {
    connection,
    initialize: async (root, capabilities = {}) => {
      const result = await connection.sendRequest('initialize', {
        processId: null,
        rootUri: root,
        capabilities,
      });
      await connection.sendNotification('initialized', {});
      return result;
    },
    open: (uri, text, version = 1, languageId = 'markdown') =>
      void connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version, text },
      }),
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => void connection.sendNotification(method, params),
    findings: (uri, isWanted) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = last.get(uri);
          if (found === undefined || !isWanted(found.diagnostics, found.version)) return;
          waiting.delete(look);
          resolve(found.diagnostics);
        };
        waiting.add(look);
        look();
      }),
  };
}
