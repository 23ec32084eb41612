/**
 * The body of a block, line by line: mail headers, each at column 1 and continued by lines that start with white space.
 *
 *     Then:   a callback of engine MUST NOT start
 *     ^key ^colon ^value                         the first piece of the value
 *             after the return
 *             ^continuation                      the second, joined with one space
 *
 * A line that is neither is reported and passed over, so that one slip costs one finding. Which keys there are, and how
 * often each may stand, comes from the table; what a value means is for the parser of the block's kind.
 */
import type { Diagnostic, Edit } from './diagnostic.js';
import type { Field } from './field.js';
import { type FieldTable, isRequired, keysOf, mayRepeat } from './field-table.js';
import { nearestWord } from './nearest-word.js';
import { report } from './problems.js';
import { linesWithin, placeOf, type SourceText, type Span, textOf } from './source-text.js';

/** A block in a file: all of it, fences included, and the lines between the fences. */
export interface BlockSpans {
  readonly block: Span;
  readonly body: Span;
}

export interface ParsedBlock<Key extends string> {
  /** In the order of the file, without empty fields and without those that have an unknown or a repeated key. */
  readonly fields: readonly Field<Key>[];
  readonly diagnostics: readonly Diagnostic[];
}

type Line =
  | { readonly kind: 'blank' }
  | { readonly kind: 'continuation'; readonly span: Span; readonly value: Span }
  | {
      readonly kind: 'field';
      readonly span: Span;
      readonly key: Span;
      readonly colon: number;
      readonly value: Span;
    }
  | { readonly kind: 'other'; readonly span: Span };

/** A field as its lines are read; the first line and those that continue it. */
interface Draft {
  readonly line: Line & { readonly kind: 'field' };
  readonly pieces: Span[];
}

/** Reads a block. Any text gives fields and findings; nothing is thrown. */
export function parseBlock<Key extends string>(
  source: SourceText,
  spans: BlockSpans,
  table: FieldTable<Key>,
): ParsedBlock<Key> {
  const lines = linesWithin(source, spans.body).map((span) => readLine(source, span));
  const { drafts, diagnostics } = joinLines(source, lines);
  const fields: Field<Key>[] = [];
  const seen = new Map<string, Field>();
  for (const draft of drafts) {
    diagnostics.push(...checkColon(source, draft));
    const field = finish(source, draft);
    const rule = table.fields.find(({ key }) => key === field.key);
    const first = seen.get(field.key);
    if (rule === undefined) {
      diagnostics.push(unknownKey(field, table));
      continue;
    }
    seen.set(field.key, first ?? field);
    if (first !== undefined && !mayRepeat(rule)) {
      const related = [{ place: first.keyPlace, message: `the first ${field.key} is here` }];
      diagnostics.push(report('contract/repeated-key', field.keyPlace, { key: field.key }, { related }));
    } else if (/\S/.test(field.value)) {
      fields.push({ ...field, key: rule.key });
    } else {
      diagnostics.push(report('contract/empty-value', field.keyPlace, { key: field.key }));
    }
  }
  for (const { key, meaning } of table.fields.filter(isRequired)) {
    if (seen.has(key)) continue;
    const place = placeOf(source, linesWithin(source, spans.block)[0] ?? spans.block);
    diagnostics.push(report('contract/missing-key', place, { key, block: table.block, meaning }));
  }
  return { fields, diagnostics };
}

function readLine(source: SourceText, span: Span): Line {
  const text = textOf(source, span);
  const value = trimmed(text, 0, span.start);
  if (value.start === value.end) return { kind: 'blank' };
  if (value.start > span.start) return { kind: 'continuation', span, value };
  const match = /^([A-Za-z][A-Za-z-]*)([ \t]*):/.exec(text);
  if (match === null) return { kind: 'other', span: { start: span.start, end: value.end } };
  return {
    kind: 'field',
    span,
    key: { start: span.start, end: span.start + match[1]!.length },
    colon: span.start + match[0].length - 1,
    value: trimmed(text, match[0].length, span.start),
  };
}

/** What is left of `text` from `from` on without blanks around it, as a span of the file. */
function trimmed(text: string, from: number, offset: number): Span {
  let start = from;
  let end = text.length;
  while (start < end && isBlank(text[start])) start += 1;
  while (end > start && isBlank(text[end - 1])) end -= 1;
  return { start: offset + start, end: offset + end };
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

/** Gives continuation lines to the field above them. Lines that have none are findings, a run of them only one. */
function joinLines(
  source: SourceText,
  lines: readonly Line[],
): { readonly drafts: readonly Draft[]; readonly diagnostics: Diagnostic[] } {
  const drafts: Draft[] = [];
  const diagnostics: Diagnostic[] = [];
  let state: 'start' | 'field' | 'lost' = 'start';
  for (const [index, line] of lines.entries()) {
    switch (line.kind) {
      case 'blank':
        break;
      case 'field':
        drafts.push({ line, pieces: line.value.start < line.value.end ? [line.value] : [] });
        state = 'field';
        break;
      case 'continuation':
        if (state === 'field') drafts.at(-1)!.pieces.push(line.value);
        if (state === 'start') {
          diagnostics.push(report('contract/stray-continuation', placeOf(source, line.value), {}));
          state = 'lost';
        }
        break;
      case 'other':
        if (state !== 'lost')
          diagnostics.push(notAField(source, line.span, lines.slice(index), drafts.length > 0));
        state = 'lost';
        break;
    }
  }
  return { drafts, diagnostics };
}

/** Names the first line of a run of lines that are no fields; the fix makes them all continuation lines. */
function notAField(source: SourceText, span: Span, rest: readonly Line[], canContinue: boolean): Diagnostic {
  const edits: Edit[] = [];
  for (const line of rest) {
    if (line.kind === 'field') break;
    if (line.kind === 'other')
      edits.push({ start: line.span.start, end: line.span.start, text: ' '.repeat(8) });
  }
  const fix = { title: 'Continue the field above', edits };
  return report(
    'contract/not-a-field',
    placeOf(source, span),
    { text: textOf(source, span) },
    canContinue ? { fix } : {},
  );
}

function checkColon(source: SourceText, { line }: Draft): readonly Diagnostic[] {
  const key = textOf(source, line.key);
  const diagnostics: Diagnostic[] = [];
  const blanks = { start: line.key.end, end: line.colon };
  if (blanks.start < blanks.end) {
    const fix = { title: 'Remove the white space', edits: [{ ...blanks, text: '' }] };
    diagnostics.push(report('contract/space-before-colon', placeOf(source, blanks), { key }, { fix }));
  }
  const after = line.colon + 1;
  if (line.value.start === after && line.value.start < line.value.end) {
    const fix = { title: 'Insert a space', edits: [{ start: after, end: after, text: ' ' }] };
    const place = placeOf(source, { start: line.colon, end: after });
    diagnostics.push(report('contract/no-space-after-colon', place, { key }, { fix }));
  }
  return diagnostics;
}

function finish(source: SourceText, { line, pieces }: Draft): Field {
  const end = { start: line.colon + 1, end: line.colon + 1 };
  return {
    key: textOf(source, line.key),
    keyPlace: placeOf(source, line.key),
    value: pieces.map((piece) => textOf(source, piece)).join(' '),
    valuePlace: placeOf(source, { start: (pieces[0] ?? end).start, end: (pieces.at(-1) ?? end).end }),
    pieces,
  };
}

function unknownKey(field: Field, table: FieldTable): Diagnostic {
  const keys = keysOf(table);
  const near = nearestWord(field.key, keys);
  const { start, end } = field.keyPlace;
  const fix =
    near === undefined ? {} : { fix: { title: `Write ${near}`, edits: [{ start, end, text: near }] } };
  return report(
    'contract/unknown-key',
    field.keyPlace,
    { key: field.key, block: table.block, keys, near },
    fix,
  );
}
