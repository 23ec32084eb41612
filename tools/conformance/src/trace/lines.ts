/** A part of a text, line by line: patches are read so, because what a line means depends on those above it. */
import { lineSpan, type SourceText, textOf } from '@quiesce/contract';

/** Line numbers, 1-based, `end` exclusive. */
export interface Lines {
  readonly from: number;
  readonly end: number;
}

/** The first line that is what is looked for. */
export function findLine(
  source: SourceText,
  { from, end }: Lines,
  is: (text: string) => boolean,
): number | undefined {
  for (let line = from; line < end; line += 1) if (is(lineText(source, line))) return line;
  return undefined;
}

export function textsOf(source: SourceText, { from, end }: Lines): readonly string[] {
  return Array.from({ length: Math.max(0, end - from) }, (_, index) => lineText(source, from + index));
}

/** Without its line ending; empty if there is no such line. */
export function lineText(source: SourceText, line: number): string {
  const span = lineSpan(source, line);
  return span === undefined ? '' : textOf(source, span);
}
