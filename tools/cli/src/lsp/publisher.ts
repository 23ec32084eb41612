/**
 * Sends findings. An editor keeps what it was sent for a text until it is sent something else: so what was sent is
 * remembered, and taken back when it is no longer true.
 */
import type { Diagnostic } from '@quiesce/contract';
import { diagnosticsOf } from '@quiesce/editor';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import type { Opened } from './answers.js';
import type { EditorProject } from './editor-project.js';
import { isRfc } from './is-rfc.js';

export interface Publisher {
  /** Several calls for a text at once are one. */
  readonly publishSoon: (uri: string) => void;
  /** All texts of a project: those that are open, and those that links have findings about. */
  readonly publishProject: (project: EditorProject) => void;
  readonly takeBack: (uri: string, project: EditorProject) => void;
  readonly close: () => void;
}

/** `guard` does what may fail by a bug of ours, and says so. */
export function openPublisher(
  opened: ReadonlyMap<string, Opened>,
  connection: MessageConnection,
  guard: (action: () => void) => void,
): Publisher {
  /** By uri, as it was sent. */
  const told = new Map<string, string>();
  const due = new Map<string, NodeJS.Immediate>();

  const send = (
    uri: string,
    findings: readonly Diagnostic[],
    { uriOf }: EditorProject,
    version?: number,
  ): void => {
    if (findings.length === 0 && version === undefined && !told.has(uri)) return;
    const params = {
      uri,
      diagnostics: diagnosticsOf(findings, uriOf),
      ...(version === undefined ? {} : { version }),
    };
    const text = JSON.stringify(params);
    if (told.get(uri) === text) return;
    if (version === undefined && findings.length === 0) told.delete(uri);
    else told.set(uri, text);
    // Whoever has gone in the meantime does not miss it.
    connection.sendNotification('textDocument/publishDiagnostics', params).catch(() => {});
  };
  const publish = (uri: string): void => {
    const one = opened.get(uri);
    if (one === undefined) return;
    const { document, project } = one;
    const found = isRfc(document.file, document.source().text)
      ? project.findingsOf(document)
      : project.linkFindings(document.file);
    send(uri, found, project, document.version());
  };
  const publisher: Publisher = {
    publishSoon: (uri) => {
      if (due.has(uri)) return;
      const later = setImmediate(() => {
        due.delete(uri);
        guard(() => publish(uri));
      });
      due.set(uri, later);
    },
    publishProject: (project) => {
      for (const { document, project: own } of opened.values())
        if (own === project) publisher.publishSoon(document.uri);
      const files = project.filesWithLinkFindings().map((file) => [project.uriOf(file), file] as const);
      for (const [uri, file] of files) if (!opened.has(uri)) send(uri, project.linkFindings(file), project);
      const present = new Set(files.map(([uri]) => uri));
      for (const uri of told.keys())
        if (!opened.has(uri) && !present.has(uri) && project.hasUri(uri)) send(uri, [], project);
    },
    takeBack: (uri, project) => send(uri, [], project),
    close: () => {
      for (const later of due.values()) clearImmediate(later);
    },
  };
  return publisher;
}
