/** What the server can do, as it tells the editor. */
import { codeActionKinds, completionTriggers, semanticLegend } from '@quiesce/editor';
import type { ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver-protocol';

const incremental: TextDocumentSyncKind = 2;

export const capabilities: ServerCapabilities = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: incremental, save: { includeText: false } },
  codeActionProvider: { codeActionKinds: [...codeActionKinds] },
  completionProvider: { triggerCharacters: [...completionTriggers] },
  definitionProvider: true,
  documentHighlightProvider: true,
  documentLinkProvider: {},
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  hoverProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  semanticTokensProvider: { legend: semanticLegend, full: true },
  workspaceSymbolProvider: true,
  workspace: { workspaceFolders: { supported: true } },
};
