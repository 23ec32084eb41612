/**
 * What can be written at a position. While a block is being typed it can rarely be read as a whole, so this goes by lines: the
 * block that the cursor is in, the key of its line or of the line that it continues, and what stands before the cursor.
 */
import { clauseTable, objectionTable, type SourceText, type Span, textOf } from '@quiesce/contract';
import type { Block, Rfc } from '@quiesce/rfc';
import type { CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';
import { blockTemplates } from './block-template.js';
import { frontMatterItems } from './complete-front-matter.js';
import { ruleItems } from './complete-rule.js';
import { valueItems } from './complete-value.js';
import { fieldHead } from './field-head.js';
import { editIn } from './position.js';
import type { ProjectIndex } from './project-index.js';
import { blockAt } from './subject.js';
import { lineAt } from './word.js';

/** Characters after which there is something new to offer. */
export const completionTriggers = ['.', '/', '@', ':', ','] as const;

/** A thing that can be written, before it is an item of the protocol. */
export interface Candidate {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Absent: the label. May be a snippet if `isSnippet`. */
  readonly text?: string;
  readonly isSnippet?: boolean;
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
}

/** Candidates in the order in which they are to be shown, and what they replace. */
export interface Candidates {
  readonly replace: Span;
  readonly items: readonly Candidate[];
}

export interface CompletionOptions {
  /** Whether the editor can jump from place to place in what it inserts. */
  readonly snippets: boolean;
}

export function completionsAt(
  rfc: Rfc,
  offset: number,
  index: ProjectIndex,
  { snippets }: CompletionOptions,
): readonly CompletionItem[] {
  const { source } = rfc;
  const { replace, items } = candidatesAt(rfc, offset, index);
  return items.map(({ label, kind, text = label, isSnippet = false, detail, documentation }, position) => ({
    label,
    kind,
    sortText: String(position).padStart(4, '0'),
    filterText: label,
    insertTextFormat: isSnippet && snippets ? 2 : 1,
    textEdit: editIn(source, replace, isSnippet && !snippets ? withoutStops(text) : text),
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: documentation } }),
  }));
}

function candidatesAt(rfc: Rfc, offset: number, index: ProjectIndex): Candidates {
  const { source } = rfc;
  const line = lineAt(source, offset);
  const before = textOf(source, { start: line.start, end: offset });
  const block = blockAt(rfc, offset);
  if (block !== undefined && isInBody(block, line, offset)) {
    const table = block.kind === 'contract' ? clauseTable : objectionTable;
    if (/^[A-Za-z]*$/.test(before)) return keyItems(source, line, before, block.fence.body, table);
    const key = keyOf(source, line, block.fence.body);
    return key === undefined ? nothingAt(offset) : valueItems(rfc, key, offset, index, block);
  }
  return (
    frontMatterItems(rfc, offset, before, index) ??
    ruleItems(offset, before) ??
    blockTemplates(rfc, line, before) ??
    valueItems(rfc, 'prose', offset, index, undefined)
  );
}

/** Of a block that is not closed yet, the end counts too. */
function isInBody({ fence: { body, isClosed, place } }: Block, line: Span, offset: number): boolean {
  return line.start >= body.start && (line.start < body.end || (!isClosed && offset <= place.end));
}

function nothingAt(offset: number): Candidates {
  return { replace: { start: offset, end: offset }, items: [] };
}

type Table = typeof clauseTable | typeof objectionTable;

/** Those that may still stand in the block, the ones that it misses first, and else in the order of the table. */
function keyItems(source: SourceText, line: Span, before: string, body: Span, table: Table): Candidates {
  const rest = textOf(source, { start: line.start, end: line.end });
  const own = /^[A-Za-z]*(?::[ \t]*)?/.exec(rest)?.[0] ?? before;
  const others =
    textOf(source, { start: body.start, end: line.start }) +
    textOf(source, { start: line.end, end: body.end });
  const there = new Set(Array.from(others.matchAll(/^([A-Za-z]+):/gm), ([, key]) => key));
  const allowed = table.fields.filter(({ key, times }) => times === '0..n' || !there.has(key));
  const missing = allowed.filter(({ times }) => times === '1');
  const optional = allowed.filter(({ times }) => times !== '1');
  return {
    replace: { start: line.start, end: line.start + own.length },
    items: [...missing, ...optional].map(({ key, times, meaning }) => ({
      label: key,
      kind: 10,
      text: fieldHead(key),
      detail: timesWords[times],
      documentation: meaning,
    })),
  };
}

const timesWords = { '1': 'needed', '0..1': 'at most once', '0..n': 'any number of times' } as const;

/** The key of a line, or of the field that it continues. */
function keyOf(source: SourceText, line: Span, body: Span): string | undefined {
  const text = textOf(source, { start: body.start, end: line.end });
  return Array.from(text.matchAll(/^([A-Za-z]+):/gm)).at(-1)?.[1];
}

/** `$1`, and a stop that has a text, without what makes them stops. */
function withoutStops(snippet: string): string {
  return snippet.replace(/\$\{\d+:([^}]*)\}|\$\d+/g, '$1').replace(/\\([$}\\])/g, '$1');
}
