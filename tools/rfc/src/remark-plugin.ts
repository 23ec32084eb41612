/**
 * The rules as a plugin for whoever lints Markdown with unified:
 *
 *     unified().use(remarkParse).use(remarkStringify).use(remarkQuiesce, { mode: 'review' })
 *
 * The tree that the pipeline hands over is not used: nobody knows which flavour of Markdown it was made of, and a place in
 * a text is worth more than a node. The text of the file is read again.
 */
import { type Diagnostic, type Place, placeOf, type SourceText, textOf } from '@quiesce/contract';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { type CheckOptions, checkRfc } from './lint/lint-rfc.js';

/**
 * Each finding becomes a message of the file: `ruleId`, `source`, place, the hint and related places in `note`. A finding
 * that is put right by one replacement at its place says what is there and what should be (`actual`, `expected`), which
 * editors offer as a quick fix.
 */
export function remarkQuiesce(options: CheckOptions = {}): (tree: Root, file: VFile) => undefined {
  return (_tree, file) => {
    const { rfc, diagnostics } = checkRfc(file.path || 'stdin', String(file), options);
    for (const finding of diagnostics) addMessage(file, finding, rfc.source);
  };
}

/**
 * remark-cli takes a plugin that is named in a configuration by its default export.
 *
 * @alias
 */
export default remarkQuiesce;

function addMessage(file: VFile, finding: Diagnostic, source: SourceText): void {
  const { code, severity, place, message, hint, related = [] } = finding;
  const added = file.message(message, { place: positionOf(place), ruleId: code, source: 'quiesce' });
  // As vfile has it: true for an error, false for a warning, undefined for information.
  added.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined;
  const others = related.map((other) => `${placeText(other.place)}: ${other.message}`);
  const notes = [...(hint === undefined ? [] : [hint]), ...others];
  if (notes.length > 0) added.note = notes.join('\n');
  const replacement = replacementOf(finding, source);
  if (replacement === undefined) return;
  added.actual = replacement.actual;
  added.expected = [replacement.expected];
}

/** The fix of a finding, if it is one replacement of exactly what the finding points at. */
function replacementOf(
  { place, fix }: Diagnostic,
  source: SourceText,
): { readonly actual: string; readonly expected: string } | undefined {
  const [edit, ...others] = fix?.edits ?? [];
  if (edit === undefined || others.length > 0) return undefined;
  const there = placeOf(source, edit);
  const isSame =
    there.line === place.line &&
    there.column === place.column &&
    there.endLine === (place.endLine ?? place.line) &&
    there.endColumn === (place.endColumn ?? place.column);
  return isSame ? { actual: textOf(source, edit), expected: edit.text } : undefined;
}

interface Position {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

function positionOf({ line, column, endLine = line, endColumn = column }: Place): Position {
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}

function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
