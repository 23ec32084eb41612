/** Each request to its answer: the document and the project are looked up, the answer itself is a pure function. */
import {
  codeActionsAt,
  completionsAt,
  definitionAt,
  definitionInSource,
  flatOutlineOf,
  foldsOf,
  highlightsAt,
  hoverAt,
  linksOf,
  offsetIn,
  outlineOf,
  type ProjectIndex,
  referencesAt,
  referencesInSource,
  renameAt,
  renameableAt,
  semanticTokensOf,
  spanIn,
  symbolsIn,
} from '@quiesce/editor';
import type { CheckedRfc } from '@quiesce/rfc';
import { ResponseError } from 'vscode-jsonrpc/node';
import type { ClientCapabilities, TextDocumentPositionParams } from 'vscode-languageserver-protocol';
import type { EditorProject } from './editor-project.js';
import type { OpenDocument } from './open-document.js';
import { contentModified, type RequestHandlers, requestFailed } from './requests.js';

/** A rename waits so long for the models. */
const longestWaitMs = 10_000;

/** A text that is open, with what it belongs to. */
export interface Opened {
  readonly document: OpenDocument;
  readonly project: EditorProject;
  /** Whether it is Markdown, as the editor says. */
  readonly isMarkdown: boolean;
}

/** `openedOf`: undefined for a text that the editor has not opened. */
export function requestsOf(
  openedOf: (uri: string) => Opened | undefined,
  projects: () => readonly EditorProject[],
  { textDocument: client = {} }: ClientCapabilities,
): RequestHandlers {
  /** What `answer` says of a Markdown text; otherwise what is said of others. */
  const about = <Answer>(
    uri: string,
    answer: (checked: CheckedRfc, index: ProjectIndex, opened: Opened) => Answer,
    otherwise: Answer,
  ): Answer => {
    const opened = openedOf(uri);
    if (opened === undefined || !opened.isMarkdown) return otherwise;
    const { document, project } = opened;
    return answer(project.checked(document), project.index(), opened);
  };
  const at = <Answer>(
    { textDocument: { uri }, position }: TextDocumentPositionParams,
    answer: (checked: CheckedRfc, offset: number, index: ProjectIndex) => Answer,
    otherwise: Answer,
  ): Answer =>
    about(uri, (checked, index) => answer(checked, offsetIn(checked.rfc.source, position), index), otherwise);
  /** In a file of a model or of tests. */
  const inSource = ({ textDocument: { uri }, position }: TextDocumentPositionParams) => {
    const opened = openedOf(uri);
    if (opened === undefined || opened.isMarkdown) return undefined;
    const source = opened.document.source();
    return { source, offset: offsetIn(source, position), index: opened.project.index() };
  };

  const hoverKind = client.hover?.contentFormat?.[0] ?? 'markdown';
  const snippets = client.completion?.completionItem?.snippetSupport === true;
  const hasTree = client.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
  return {
    'textDocument/codeAction': ({ textDocument: { uri }, range, context }) =>
      about(
        uri,
        (checked, index, { document, project }) =>
          codeActionsAt(
            checked,
            project.findingsOf(document),
            spanIn(checked.rfc.source, range),
            index,
            context?.only,
          ),
        [],
      ),
    'textDocument/completion': (params) =>
      at(params, ({ rfc }, offset, index) => completionsAt(rfc, offset, index, { snippets }), []),
    'textDocument/definition': (params) => {
      const source = inSource(params);
      if (source !== undefined) return definitionInSource(source.source, source.offset, source.index);
      return at(params, ({ rfc }, offset, index) => definitionAt(rfc, offset, index), []);
    },
    'textDocument/documentHighlight': (params) =>
      at(params, ({ rfc }, offset, index) => highlightsAt(rfc, offset, index), []),
    'textDocument/documentLink': ({ textDocument: { uri } }) => about(uri, ({ rfc }) => linksOf(rfc), []),
    'textDocument/documentSymbol': ({ textDocument: { uri } }) =>
      about(uri, ({ rfc }) => (hasTree ? outlineOf(rfc) : flatOutlineOf(rfc, uri)), []),
    'textDocument/foldingRange': ({ textDocument: { uri } }) => about(uri, ({ rfc }) => foldsOf(rfc), []),
    'textDocument/hover': (params) =>
      at(params, ({ rfc }, offset, index) => hoverAt(rfc, offset, index, hoverKind), null),
    'textDocument/prepareRename': (params) =>
      at(params, ({ rfc }, offset, index) => renameableAt(rfc, offset, index) ?? null, null),
    'textDocument/references': (params) => {
      const withDefinition = params.context?.includeDeclaration !== false;
      const source = inSource(params);
      if (source !== undefined)
        return referencesInSource(source.source, source.offset, source.index, withDefinition);
      return at(params, ({ rfc }, offset, index) => referencesAt(rfc, offset, index, withDefinition), []);
    },
    'textDocument/rename': async (params) => {
      const opened = openedOf(params.textDocument.uri);
      if (opened?.isMarkdown !== true) return {};
      const { document, project } = opened;
      const { text } = document.source();
      // An edit of the RFC alone would break its links to what was not read yet.
      const unknown = await project.unknown(longestWaitMs);
      if (unknown !== undefined) throw new ResponseError(requestFailed, `Cannot rename: ${unknown}`);
      if (document.source().text !== text)
        throw new ResponseError(contentModified, 'Cannot rename: the text has changed meanwhile');
      return at(
        params,
        ({ rfc }, offset, index) => {
          const renamed = renameAt(rfc, offset, String(params.newName), index);
          if (renamed.kind === 'refused') throw new ResponseError(requestFailed, renamed.reason);
          return renamed.edit;
        },
        {},
      );
    },
    'textDocument/semanticTokens/full': ({ textDocument: { uri } }) =>
      about(uri, ({ rfc }, index) => semanticTokensOf(rfc, index), { data: [] }),
    'workspace/symbol': ({ query }) =>
      projects().flatMap((project) => symbolsIn(project.index(), String(query ?? ''))),
  };
}
