/** One editor: the texts that are open, and the projects that they belong to. */
import type { MessageConnection } from 'vscode-jsonrpc/node';
import type { InitializeParams, RegistrationParams } from 'vscode-languageserver-protocol';
import type { World } from '../world.js';
import { type Opened, requestsOf } from './answers.js';
import { type EditorProject, openProject } from './editor-project.js';
import { isRfc } from './is-rfc.js';
import { locate } from './locate.js';
import { openDocument } from './open-document.js';
import { openPublisher } from './publisher.js';
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
  const { capabilities = {} } = params;
  const editorWatches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  /** A bug of ours must not take the editor's unsaved work for what it is: the server goes on. */
  const fail = (error: unknown): void => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    void world.stderr.write(`quiesce: lsp: this is a bug of quiesce: ${text}\n`);
  };
  const guard = (action: () => void): void => {
    try {
      action();
    } catch (error) {
      fail(error);
    }
  };
  const publisher = openPublisher(opened, connection, guard);

  const projectOf = (root: string | undefined): EditorProject => {
    const key = root ?? '';
    const known = projects.get(key);
    if (known !== undefined) return known;
    const project = openProject(root, world, {
      onChange: () => guard(() => publisher.publishProject(project)),
      openUri: (file) => {
        for (const one of opened.values())
          if (one.project === project && one.document.file === file) return one.document.uri;
        return undefined;
      },
      watches: !editorWatches,
      fail,
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
      publisher.publishSoon(uri);
      project.readSoon();
    },
    'textDocument/didChange': ({ textDocument: { uri, version }, contentChanges }) => {
      const one = opened.get(uri);
      if (one === undefined) return;
      one.document.change(contentChanges, version);
      one.project.changed(one.document);
      publisher.publishSoon(uri);
    },
    'textDocument/didSave': ({ textDocument: { uri } }) => opened.get(uri)?.project.readSoon(),
    'textDocument/didClose': ({ textDocument: { uri } }) => {
      const one = opened.get(uri);
      if (one === undefined) return;
      opened.delete(uri);
      one.project.remove(one.document);
      publisher.takeBack(uri, one.project);
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
      capabilities,
    ),
    notifications,
    start: () => {
      const root = params.rootUri ?? undefined;
      const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (root === undefined ? [] : [root]);
      for (const uri of folders) {
        const place = locate(`${uri}/quiesce.json`, world.disk);
        if (place.root !== undefined) projectOf(place.root).readSoon();
      }
      // Refused by an editor that does not do what it says; what is saved in it is read anyway.
      if (editorWatches) connection.sendRequest('client/registerCapability', watchedFiles).catch(() => {});
    },
    close: () => {
      publisher.close();
      for (const project of projects.values()) project.close();
    },
  };
}

/** All that a project is read from. */
const watchedFiles: RegistrationParams = {
  registrations: [
    {
      id: 'quiesce-files',
      method: 'workspace/didChangeWatchedFiles',
      registerOptions: {
        watchers: [
          '**/*.md',
          '**/quiesce.json',
          '**/*.ts',
          '**/*.{patch,mbox}',
          '**/links.sum',
          '**/.quiesce/last-check.json',
        ].map((globPattern) => ({ globPattern })),
      },
    },
  ],
};
