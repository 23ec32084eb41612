/**
 * The methods of the protocol that are answered here, with what comes in and goes out. The names and types are those of the
 * protocol; its library is not loaded, because it takes longer to load than a first answer may take.
 */
import { ErrorCodes, ResponseError } from 'vscode-jsonrpc/node';
import type * as lsp from 'vscode-languageserver-protocol';

export interface Requests {
  readonly 'textDocument/codeAction': readonly [lsp.CodeActionParams, readonly lsp.CodeAction[]];
  readonly 'textDocument/completion': readonly [lsp.CompletionParams, readonly lsp.CompletionItem[]];
  readonly 'textDocument/definition': readonly [lsp.DefinitionParams, readonly lsp.Location[]];
  readonly 'textDocument/documentHighlight': readonly [
    lsp.DocumentHighlightParams,
    readonly lsp.DocumentHighlight[],
  ];
  readonly 'textDocument/documentLink': readonly [lsp.DocumentLinkParams, readonly lsp.DocumentLink[]];
  readonly 'textDocument/documentSymbol': readonly [
    lsp.DocumentSymbolParams,
    readonly lsp.DocumentSymbol[] | readonly lsp.SymbolInformation[],
  ];
  readonly 'textDocument/foldingRange': readonly [lsp.FoldingRangeParams, readonly lsp.FoldingRange[]];
  readonly 'textDocument/hover': readonly [lsp.HoverParams, lsp.Hover | null];
  readonly 'textDocument/prepareRename': readonly [lsp.PrepareRenameParams, lsp.PrepareRenameResult | null];
  readonly 'textDocument/references': readonly [lsp.ReferenceParams, readonly lsp.Location[]];
  readonly 'textDocument/rename': readonly [lsp.RenameParams, lsp.WorkspaceEdit];
  readonly 'textDocument/semanticTokens/full': readonly [lsp.SemanticTokensParams, lsp.SemanticTokens];
  readonly 'workspace/symbol': readonly [lsp.WorkspaceSymbolParams, readonly lsp.WorkspaceSymbol[]];
}

export interface Notifications {
  readonly 'textDocument/didOpen': lsp.DidOpenTextDocumentParams;
  readonly 'textDocument/didChange': lsp.DidChangeTextDocumentParams;
  readonly 'textDocument/didSave': lsp.DidSaveTextDocumentParams;
  readonly 'textDocument/didClose': lsp.DidCloseTextDocumentParams;
  readonly 'workspace/didChangeWatchedFiles': lsp.DidChangeWatchedFilesParams;
}

export type RequestHandlers = {
  readonly [Method in keyof Requests]: (
    params: Requests[Method][0],
  ) => Requests[Method][1] | Promise<Requests[Method][1]>;
};

export type NotificationHandlers = {
  readonly [Method in keyof Notifications]: (params: Notifications[Method]) => void;
};

/** The server's own code of the protocol for a request that comes before `initialize`. */
export const serverNotInitialized = -32002;
/** The one for a request that is right, and cannot be done. */
export const requestFailed = -32803;
/** The one for an answer to a text that is no more. */
export const contentModified = -32801;

/** Refuses what is not shaped as every request about a text is: with a document, and numbers where a position is. */
export function checkParams(method: string, params: unknown): void {
  if (!method.startsWith('textDocument/')) return;
  const { textDocument, position } = (params ?? {}) as { textDocument?: unknown; position?: unknown };
  const { uri } = (textDocument ?? {}) as { uri?: unknown };
  if (typeof uri !== 'string') throw invalid(method, 'a textDocument with a uri');
  if (position === undefined) return;
  const { line, character } = (position ?? {}) as { line?: unknown; character?: unknown };
  if (!isNatural(line) || !isNatural(character)) throw invalid(method, 'a position with line and character');
}

function invalid(method: string, expected: string): ResponseError<void> {
  return new ResponseError(
    ErrorCodes.InvalidParams,
    `Unexpected parameters of ${method}, expected ${expected}`,
  );
}

function isNatural(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
