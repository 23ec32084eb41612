/** The prose of an RFC: all that is neither front matter nor code nor a block nor HTML. */
import type { SourceText, Span } from '@quiesce/contract';
import type { Lines } from './line.js';

/** Lines of prose that follow each other. */
export interface ProseRun {
  /** Offset in the file of its first character. */
  readonly start: number;
  /** As it stands in the file, but for code between backticks and HTML, which are blanks: no offset moves. */
  readonly text: string;
}

/** In the order of the file. `inline`: spans inside prose that are none, in any order. */
export function proseOf(
  { text, lineStarts }: SourceText,
  lines: Lines,
  inline: readonly Span[],
): readonly ProseRun[] {
  const runs: ProseRun[] = [];
  const spans = inline.toSorted((left, right) => left.start - right.start);
  let next = 0;
  for (let number = 1; number <= lines.count; number += 1) {
    if (lines.kindOf(number) !== 'prose') continue;
    const start = lineStarts[number - 1]!;
    while (number < lines.count && lines.kindOf(number + 1) === 'prose') number += 1;
    const end = lineStarts[number] ?? text.length;
    const pieces: string[] = [];
    let from = start;
    for (; next < spans.length && spans[next]!.start < end; next += 1) {
      const span = spans[next]!;
      if (span.start < from || span.end > end) continue;
      pieces.push(text.slice(from, span.start), text.slice(span.start, span.end).replace(/[^\r\n]/g, ' '));
      from = span.end;
    }
    runs.push({ start, text: pieces.join('') + text.slice(from, end) });
  }
  return runs;
}
