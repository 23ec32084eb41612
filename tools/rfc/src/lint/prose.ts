/**
 * The text of an RFC with all that is not prose turned into blanks. Nothing moves, so whatever a pattern finds in it stands
 * at the same offset in the file.
 */
import type { SourceText, Span } from '@quiesce/contract';
import type { Line } from './line.js';

/** `inline`: spans inside prose that are code. */
export function proseOf({ text }: SourceText, lines: readonly Line[], inline: readonly Span[]): string {
  const others = lines.filter(({ kind }) => kind !== 'prose');
  const spans = [...others, ...inline].sort((left, right) => left.start - right.start);
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    if (end <= from) continue;
    pieces.push(text.slice(from, Math.max(start, from)), blank(text.slice(Math.max(start, from), end)));
    from = end;
  }
  return pieces.join('') + text.slice(from);
}

function blank(text: string): string {
  return /[\r\n]/.test(text) ? text.replace(/[^\r\n]/g, ' ') : ' '.repeat(text.length);
}
