/** Each request to its answer: the document and the project are looked up, the answer itself is a pure function. */
import { hoverAt, offsetIn } from '@quiesce/editor';
import type { ClientCapabilities, Position } from 'vscode-languageserver-protocol';
import type { EditorProject } from './editor-project.js';
import { isRfc } from './is-rfc.js';
import type { RequestHandlers } from './requests.js';
import type { Opened } from './session.js';

/** `openedOf`: undefined for a text that the editor has not opened. */
export function requestsOf(
  openedOf: (uri: string) => Opened | undefined,
  projects: () => readonly EditorProject[],
  client: ClientCapabilities,
): RequestHandlers {
  const rfcAt = (uri: string, position: Position) => {
    const opened = openedOf(uri);
    if (opened === undefined) return undefined;
    const { document, project } = opened;
    const offset = offsetIn(document.source(), position);
    return { rfc: project.checked(document).rfc, offset, index: project.index() };
  };
  const markdown = client.textDocument?.hover?.contentFormat?.[0] ?? 'markdown';
  return {
    'textDocument/hover': ({ textDocument, position }) => {
      const at = rfcAt(textDocument.uri, position);
      return at === undefined ? null : hoverAt(at.rfc, at.offset, at.index, markdown);
    },
  };
}
