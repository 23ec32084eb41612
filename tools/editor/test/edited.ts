/** What becomes of a text when an editor applies the edits of an answer. */
import { applyFixes, sourceText } from '@quiesce/contract';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { spanIn } from '../src/index.js';

/** All edits at once, as the protocol wants it: none may touch another. Undefined where the file is not changed. */
export function edited(text: string, uri: string, edit: WorkspaceEdit | undefined): string | undefined {
  const edits = edit?.changes?.[uri];
  if (edits === undefined) return undefined;
  const source = sourceText(uri, text);
  const fixes = edits.map(({ range, newText }) => ({
    code: 'edit',
    severity: 'note' as const,
    place: { file: uri, line: 1, column: 1 },
    message: '',
    fix: { title: '', edits: [{ ...spanIn(source, range), text: newText }] },
  }));
  const result = applyFixes(text, fixes);
  if (result.applied !== edits.length) throw new Error('edits of one answer touch each other');
  return result.text;
}
