/** What the server can do, as it tells the editor. */
import type { ServerCapabilities } from 'vscode-languageserver-protocol';

export const capabilities: ServerCapabilities = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
  hoverProvider: true,
};
