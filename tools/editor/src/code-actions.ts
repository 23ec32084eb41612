/**
 * What an editor offers to do about a finding, and about the clause under the cursor. Nothing is done that the finding does
 * not say: a fix of its own, the word that it thinks was meant, a comment that allows it, the field that it misses.
 */
import { acceptFixes, type Diagnostic, type Edit, placeOf, type Span } from '@quiesce/contract';
import { type CheckedRfc, catalogue, type Rfc } from '@quiesce/rfc';
import type { CodeAction, CodeActionKind, TextEdit } from 'vscode-languageserver-protocol';
import { diagnosticsOf } from './diagnostics.js';
import { modelsOf } from './look-up.js';
import { editIn, offsetIn, touches } from './position.js';
import type { ProjectIndex } from './project-index.js';
import { blockAt, fieldsOf } from './subject.js';
import { lineAt } from './word.js';

export const codeActionKinds = [
  'quickfix',
  'refactor',
  'source.fixAll',
] as const satisfies readonly CodeActionKind[];

/** `findings`: all of the text. `only`: the kinds that are asked for, each with what is below it; absent: all. */
export function codeActionsAt(
  { rfc }: CheckedRfc,
  findings: readonly Diagnostic[],
  span: Span,
  index: ProjectIndex,
  only?: readonly CodeActionKind[],
): readonly CodeAction[] {
  const isWanted = (kind: string): boolean =>
    only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
  // Whoever asks on a line asks about the line; what is at the cursor comes first.
  const { line, endLine } = placeOf(rfc.source, span);
  const onLines = findings.filter(
    ({ place }) => place.line <= endLine && (place.endLine ?? place.line) >= line,
  );
  const isAt = ({ place }: Diagnostic): boolean => touches(spanOf(rfc, place), span);
  const here = [...onLines.filter(isAt), ...onLines.filter((one) => !isAt(one))];
  return [
    ...here.flatMap((finding) => [
      ...ownFix(rfc, finding, index),
      ...meantWord(rfc, finding, index),
      ...missingLink(rfc, finding, index),
      ...allowing(rfc, finding, index),
    ]),
    ...objecting(rfc, span, index),
    ...fixAll(rfc, findings, index),
  ].filter(({ kind = '' }) => isWanted(kind));
}

function ownFix(rfc: Rfc, finding: Diagnostic, index: ProjectIndex): readonly CodeAction[] {
  if (finding.fix === undefined) return [];
  const { title, edits } = finding.fix;
  return [{ ...quickFix(title, rfc, finding, edits, index), isPreferred: true }];
}

/** Where a finding only guesses, and its hint names the word. */
function meantWord(rfc: Rfc, finding: Diagnostic, index: ProjectIndex): readonly CodeAction[] {
  const meant = /^Did you mean (\S+)\?$/.exec(finding.hint ?? '')?.[1];
  if (meant === undefined || finding.fix !== undefined) return [];
  const { start, end } = spanOf(rfc, finding.place);
  // The place of a link is all of it: the property, and the memory model after it.
  const pattern = finding.code === 'link/unknown-memory-model' ? /(?<=@)[^\s@]+/ : /[^\s@]+/;
  const word = pattern.exec(rfc.source.text.slice(start, end));
  if (word === null) return [];
  const from = start + word.index;
  const edit = { start: from, end: from + word[0].length, text: meant };
  return [quickFix(`Write ${meant}`, rfc, finding, [edit], index)];
}

/** A MUST that nothing checks: the properties that name it already, or a line for the reason. */
function missingLink(rfc: Rfc, finding: Diagnostic, index: ProjectIndex): readonly CodeAction[] {
  if (finding.code !== 'rfc/unlinked-must') return [];
  const block = blockAt(rfc, spanOf(rfc, finding.place).start);
  if (block === undefined) return [];
  const last = fieldsOf(rfc.source, block).findLast(({ key }) => key === 'Why' || key === 'Then');
  if (last === undefined) return [];
  const at = last.valuePlace.end;
  const add = (line: string): readonly Edit[] => [{ start: at, end: at, text: `${lineEnding(rfc)}${line}` }];
  const properties = modelsOf(rfc, index)
    .flatMap(({ description }) => description.properties)
    .filter(({ clause }) => clause === block.id?.value);
  return [
    ...properties.map(({ id }) => quickFix(`Add Model: ${id}`, rfc, finding, add(`Model:  ${id}`), index)),
    quickFix('Add Unchecked, for the reason why nothing checks it', rfc, finding, add('Unchecked: '), index),
  ];
}

/** The comment is without its reason, which nobody but the author knows: until it is there, the finding stays. */
function allowing(rfc: Rfc, finding: Diagnostic, index: ProjectIndex): readonly CodeAction[] {
  const entry = catalogue.find(({ code }) => code === finding.code);
  if (entry === undefined || entry.isFirm) return [];
  const { start } = spanOf(rfc, finding.place);
  const node = rfc.tree.children.find(
    ({ position }) =>
      (position?.start.offset ?? 0) + rfc.markdownOffset <= start &&
      start <= (position?.end.offset ?? 0) + rfc.markdownOffset,
  );
  if (node === undefined || node.type === 'yaml' || node.type === 'html') return [];
  const at = lineAt(rfc.source, (node.position?.start.offset ?? 0) + rfc.markdownOffset).start;
  const text = `<!-- quiesce allow ${finding.code}:  -->${lineEnding(rfc)}`;
  return [
    quickFix(
      `Allow ${finding.code} here, with a reason`,
      rfc,
      finding,
      [{ start: at, end: at, text }],
      index,
    ),
  ];
}

function objecting(rfc: Rfc, span: Span, index: ProjectIndex): readonly CodeAction[] {
  const block = blockAt(rfc, span.start);
  if (block?.kind !== 'contract' || block.id === undefined || !block.fence.isClosed) return [];
  const taken = new Set(rfc.objections.map(({ id }) => id));
  const tail = block.id.value.slice(block.id.value.lastIndexOf('.') + 1);
  let id = tail;
  for (let number = 2; taken.has(id); number += 1) id = `${tail}-${number}`;
  const lines = [
    '',
    '',
    '```objection',
    `Objection: ${id}`,
    'From:   ',
    `Clause: ${block.id.value}`,
    'Says:   ',
    'State:  open',
    '```',
  ];
  const at = block.fence.place.end;
  const edit = editIn(rfc.source, { start: at, end: at }, lines.join(lineEnding(rfc)));
  return [{ title: `Object to ${block.id.value}`, kind: 'refactor', edit: changes(rfc, [edit], index) }];
}

/** All fixes that do not touch each other, as `quiesce lint --fix` would write them. */
function fixAll(rfc: Rfc, findings: readonly Diagnostic[], index: ProjectIndex): readonly CodeAction[] {
  const { edits, applied } = acceptFixes(findings);
  if (applied === 0) return [];
  const title = `Fix ${applied === 1 ? 'the finding that has' : `all ${applied} findings that have`} a fix`;
  return [{ title, kind: 'source.fixAll', edit: changes(rfc, textEdits(rfc, edits), index) }];
}

function quickFix(
  title: string,
  rfc: Rfc,
  finding: Diagnostic,
  edits: readonly Edit[],
  index: ProjectIndex,
): CodeAction {
  return {
    title,
    kind: 'quickfix',
    diagnostics: [...diagnosticsOf([finding], index.uriOf)],
    edit: changes(rfc, textEdits(rfc, edits), index),
  };
}

function textEdits({ source }: Rfc, edits: readonly Edit[]): readonly TextEdit[] {
  return edits.map(({ start, end, text }) => editIn(source, { start, end }, text));
}

function changes(
  { source }: Rfc,
  edits: readonly TextEdit[],
  { uriOf }: ProjectIndex,
): NonNullable<CodeAction['edit']> {
  return { changes: { [uriOf(source.file)]: [...edits] } };
}

function spanOf({ source }: Rfc, place: Diagnostic['place']): Span {
  const start = offsetIn(source, { line: place.line - 1, character: place.column - 1 });
  const { endLine, endColumn } = place;
  if (endLine === undefined || endColumn === undefined) return { start, end: start };
  return { start, end: offsetIn(source, { line: endLine - 1, character: endColumn - 1 }) };
}

function lineEnding({ source }: Rfc): string {
  return /\r\n?|\n/.exec(source.text)?.[0] ?? '\n';
}
