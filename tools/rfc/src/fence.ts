/**
 * Fenced blocks of a Markdown file, wherever they stand, with what Markdown does not keep: whether the closing fence is
 * there, the info string as it was written, and where the body starts and ends.
 *
 * A block that is never closed takes all that follows as its body, and the clauses in it are lost without a word. So a
 * fence that opens inside a body is looked for, and the body of an unclosed block is cut where it seems to have been meant
 * to end: at the first blank line, or at the fence inside.
 */
import {
  lineSpan,
  linesWithin,
  placeOf,
  type SourceText,
  type Span,
  type TextPlace,
  textOf,
} from '@quiesce/contract';
import type { Code } from 'mdast';

export type Container = 'list' | 'quote' | 'footnote';

export interface Fence {
  readonly node: Code;
  /** The block from its opening fence to its closing one, or to its last line. */
  readonly place: TextPlace;
  /** The opening fence and its info string. */
  readonly opening: TextPlace;
  /** The fence's characters, such as three backticks. */
  readonly marks: string;
  /** All that stands after the opening fence, without white space around it. Empty if nothing does. */
  readonly info: TextPlace;
  /** The lines between the fences. */
  readonly body: Span;
  readonly isClosed: boolean;
  /** A fence in the body that opens another block, if there is one. */
  readonly inner: TextPlace | undefined;
  /** What the block stands in, innermost; undefined at the top level. */
  readonly container: Container | undefined;
  /** Columns before the opening fence; 0 is where blocks are read. */
  readonly indent: number;
}

/** The fence of a code node at offset `span` of the file, or undefined if the node is code by indentation. */
export function readFence(
  source: SourceText,
  node: Code,
  span: Span,
  container: Container | undefined,
): Fence | undefined {
  const place = placeOf(source, span);
  const first = { start: span.start, end: Math.min(span.end, lineSpan(source, place.line)?.end ?? span.end) };
  const match = /^(`{3,}|~{3,})[ \t]*/.exec(textOf(source, first));
  if (match === null) return undefined;
  const marks = match[1]!;
  const info = textOf(source, first).slice(match[0].length).trimEnd();
  const infoStart = span.start + match[0].length;

  const prefix = container === undefined ? ' {0,3}' : '[ \\t>]*';
  const mark = `${marks[0]}{${marks.length},}`;
  const closing = new RegExp(`^${prefix}${mark}[ \\t]*$`);
  const opening = new RegExp(`^${prefix}${mark}[ \\t]*[^\\s\`]`);

  const bodyStart = Math.min(source.lineStarts[place.line] ?? span.end, span.end);
  const lines = linesWithin(source, { start: bodyStart, end: span.end });
  const last = lines.at(-1);
  const isClosed = last !== undefined && closing.test(textOf(source, last));
  const bodyLines = isClosed ? lines.slice(0, -1) : lines;
  const inner = bodyLines.find((line) => opening.test(textOf(source, line)));
  const isCut = !isClosed || inner !== undefined;
  const cut = isCut
    ? bodyLines.find((line) => line === inner || !/\S/.test(textOf(source, line)))
    : undefined;
  return {
    node,
    place,
    opening: placeOf(source, first),
    marks,
    info: placeOf(source, { start: infoStart, end: infoStart + info.length }),
    body: { start: bodyStart, end: cut?.start ?? (isClosed ? last.start : span.end) },
    isClosed,
    inner: inner === undefined ? undefined : placeOf(source, inner),
    container,
    indent: textOf(source, {
      start: source.lineStarts[place.line - 1] ?? span.start,
      end: span.start,
    }).replace(/^\ufeff/, '').length,
  };
}
