/**
 * Between the places of findings and the positions of the protocol: the first count lines and columns from 1, the second
 * from 0; both count UTF-16 code units. A place without an end is a point.
 */
import { lineSpan, type Place, type SourceText, type Span } from '@quiesce/contract';
import type { Position, Range, TextEdit } from 'vscode-languageserver-protocol';

export function rangeOf({ line, column, endLine = line, endColumn = column }: Place): Range {
  return {
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  };
}

/** The range of a span of the text. */
export function rangeIn(source: SourceText, { start, end }: Span): Range {
  return { start: positionIn(source, start), end: positionIn(source, end) };
}

export function positionIn({ lineStarts, text }: SourceText, offset: number): Position {
  const at = Math.min(Math.max(offset, 0), text.length);
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: at - lineStarts[low]! };
}

/**
 * The offset of a position. One behind the end of its line is the end of the line, one behind the last line the end of the
 * text, as the protocol wants it.
 */
export function offsetIn(source: SourceText, { line, character }: Position): number {
  const span = lineSpan(source, line + 1);
  return span === undefined ? source.text.length : Math.min(span.start + character, span.end);
}

export function spanIn(source: SourceText, { start, end }: Range): Span {
  return { start: offsetIn(source, start), end: offsetIn(source, end) };
}

export function editIn(source: SourceText, span: Span, newText: string): TextEdit {
  return { range: rangeIn(source, span), newText };
}

/** Whether two spans share a character, or touch where one of them is empty. */
export function touches(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}
