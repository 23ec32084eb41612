/** One editor: the texts that are open, the projects that they belong to, and the findings that are sent without being asked for. */
import type { Diagnostic } from '@quiesce/contract';
import { diagnosticsOf } from '@quiesce/editor';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import type { InitializeParams } from 'vscode-languageserver-protocol';
import type { World } from '../world.js';
import { type Opened, requestsOf } from './answers.js';
import { type EditorProject, openProject } from './editor-project.js';
import { isRfc } from './is-rfc.js';
import { locate } from './locate.js';
import { openDocument } from './open-document.js';
import type { NotificationHandlers, RequestHandlers } from './requests.js';

export interface Session {
  readonly requests: RequestHandlers;
  readonly notifications: NotificationHandlers;
  /** When the editor is ready for more than answers. */
  readonly start: () => void;
  readonly close: () => void;
}

export function openSession(params: InitializeParams, connection: MessageConnection, world: World): Session {
  const opened = new Map<string, Opened>();
  const projects = new Map<string, EditorProject>();
  /** Uris that findings were sent for, so that they can be taken back. */
  const told = new Set<string>();
  const due = new Map<string, NodeJS.Immediate>();

  const publish = (
    uri: string,
    version: number | undefined,
    findings: readonly Diagnostic[],
    project: EditorProject,
  ): void => {
    if (findings.length === 0 && version === undefined && !told.has(uri)) return;
    if (findings.length === 0) told.delete(uri);
    else told.add(uri);
    const diagnostics = diagnosticsOf(findings, project.uriOf);
    void connection.sendNotification('textDocument/publishDiagnostics', {
      uri,
      diagnostics,
      ...(version === undefined ? {} : { version }),
    });
  };
  const publishOpen = ({ document, project }: Opened): void => {
    const found = isRfc(document.file, document.source().text)
      ? project.findingsOf(document)
      : project.linkFindings(document.file);
    publish(document.uri, document.version(), found, project);
  };
  /** Several changes that come at once are answered once, with the last text. */
  const publishSoon = (uri: string): void => {
    if (due.has(uri)) return;
    due.set(
      uri,
      setImmediate(() => {
        due.delete(uri);
        const one = opened.get(uri);
        if (one !== undefined) publishOpen(one);
      }),
    );
  };
  const publishProject = (project: EditorProject): void => {
    for (const one of opened.values()) if (one.project === project) publishSoon(one.document.uri);
    const files = project.filesWithLinkFindings();
    for (const file of files) {
      const uri = project.uriOf(file);
      if (!opened.has(uri)) publish(uri, undefined, project.linkFindings(file), project);
    }
    for (const uri of told)
      if (!opened.has(uri) && project.hasUri(uri) && !files.some((file) => project.uriOf(file) === uri))
        publish(uri, undefined, [], project);
  };
  const projectOf = (root: string | undefined): EditorProject => {
    const key = root ?? '';
    const known = projects.get(key);
    if (known !== undefined) return known;
    const project = openProject(root, world, {
      onChange: () => publishProject(project),
      openUri: (file) => {
        for (const one of opened.values())
          if (one.project === project && one.document.file === file) return one.document.uri;
        return undefined;
      },
    });
    projects.set(key, project);
    return project;
  };

  const notifications: NotificationHandlers = {
    'textDocument/didOpen': ({ textDocument: { uri, text, version, languageId } }) => {
      const { root, file } = locate(uri, world.disk);
      const project = projectOf(root);
      const document = openDocument(uri, file, text, version, project.onDisk(file));
      opened.set(uri, { document, project, isMarkdown: languageId === 'markdown' || isRfc(file, text) });
      project.add(document);
      publishSoon(uri);
      project.readSoon();
    },
    'textDocument/didChange': ({ textDocument: { uri, version }, contentChanges }) => {
      const one = opened.get(uri);
      if (one === undefined) return;
      one.document.change(contentChanges, version);
      one.project.changed(one.document);
      publishSoon(uri);
    },
    'textDocument/didSave': ({ textDocument: { uri } }) => opened.get(uri)?.project.readSoon(),
    'textDocument/didClose': ({ textDocument: { uri } }) => {
      const one = opened.get(uri);
      if (one === undefined) return;
      opened.delete(uri);
      one.project.remove(one.document);
      publish(uri, undefined, [], one.project);
      one.project.readSoon();
    },
    'workspace/didChangeWatchedFiles': () => {
      for (const project of projects.values()) project.readSoon();
    },
  };
  return {
    requests: requestsOf(
      (uri) => opened.get(uri),
      () => [...projects.values()],
      params.capabilities ?? {},
    ),
    notifications,
    start: () => {
      const folders =
        params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
      for (const uri of folders) {
        const { root } = locate(`${uri}/quiesce.json`, world.disk);
        if (root !== undefined) projectOf(root).readSoon();
      }
    },
    close: () => {
      for (const one of due.values()) clearImmediate(one);
      for (const project of projects.values()) project.close();
    },
  };
}
