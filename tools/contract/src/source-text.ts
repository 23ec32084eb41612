/**
 * A file's text with its line starts: turns offsets into places and places into lines.
 *
 * Parsers keep offsets, because offsets can be cut, joined and edited; people and editors want lines and columns. Both
 * are in a `TextPlace`, so that a finding can be shown and fixed without the parser's help.
 */
import type { Place } from './diagnostic.js';

/** 0-based offsets in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place that also knows its offsets in the file. */
export interface TextPlace extends Place, Span {
  readonly endLine: number;
  readonly endColumn: number;
}

export interface SourceText {
  readonly file: string;
  readonly text: string;
  /** Offset of each line's first code unit. A line ends at LF, CR LF or CR, as in Markdown. */
  readonly lineStarts: readonly number[];
}

export function sourceText(file: string, text: string): SourceText {
  const lineStarts = [0];
  for (const ending of text.matchAll(/\r\n|\n|\r/g)) lineStarts.push(ending.index + ending[0].length);
  return { file, text, lineStarts };
}

/** The place of a span. Offsets outside the text are moved to its nearest end. */
export function placeOf(source: SourceText, span: Span): TextPlace {
  const start = clamp(span.start, 0, source.text.length);
  const end = clamp(span.end, start, source.text.length);
  const from = lineIndexAt(source, start);
  const to = lineIndexAt(source, end);
  return {
    file: source.file,
    line: from + 1,
    column: start - startOf(source, from) + 1,
    endLine: to + 1,
    endColumn: end - startOf(source, to) + 1,
    start,
    end,
  };
}

/** The span of a line without its line ending, or undefined if the text has no such line. `line` is 1-based. */
export function lineSpan(source: SourceText, line: number): Span | undefined {
  const start = source.lineStarts[line - 1];
  if (start === undefined) return undefined;
  let end = source.lineStarts[line] ?? source.text.length;
  while (end > start && isLineEnding(source.text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

/** The lines that a span touches, first to last, each without its line ending. An empty span touches no line. */
export function linesWithin(source: SourceText, span: Span): readonly Span[] {
  const lines: Span[] = [];
  if (span.start >= span.end) return lines;
  for (let index = lineIndexAt(source, span.start); startOf(source, index) < span.end; index += 1) {
    const line = lineSpan(source, index + 1);
    if (line === undefined) break;
    lines.push({ start: Math.max(line.start, span.start), end: Math.min(line.end, span.end) });
  }
  return lines;
}

export function textOf(source: SourceText, span: Span): string {
  return source.text.slice(span.start, span.end);
}

function lineIndexAt(source: SourceText, offset: number): number {
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(source, middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function startOf(source: SourceText, index: number): number {
  return source.lineStarts[index] ?? Number.POSITIVE_INFINITY;
}

function isLineEnding(code: number): boolean {
  return code === 10 || code === 13;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
