/**
 * Words in a text: the one at a position, and all places of one. A name counts only as a whole: not as a part of a longer
 * name, a path, an address or a call.
 */
import { lineSpan, placeOf, type SourceText, type Span, type TextPlace, textOf } from '@quiesce/contract';

/** The match of a global pattern, on one line, that the offset is in or right behind. */
export function wordAt(
  source: SourceText,
  offset: number,
  pattern: RegExp,
): { readonly text: string; readonly place: TextPlace } | undefined {
  const line = lineAt(source, offset);
  const at = offset - line.start;
  for (const { 0: text, index } of textOf(source, line).matchAll(pattern)) {
    if (index > at || at > index + text.length) continue;
    const start = line.start + index;
    return { text, place: placeOf(source, { start, end: start + text.length }) };
  }
  return undefined;
}

/** The line that the offset is in, without its ending. */
export function lineAt(source: SourceText, offset: number): Span {
  const { line } = placeOf(source, { start: offset, end: offset });
  return lineSpan(source, line) ?? { start: offset, end: offset };
}

/** Where a name stands in a text, in order. */
export function placesOfName(text: string, name: string): readonly Span[] {
  const places: Span[] = [];
  for (let start = text.indexOf(name); start !== -1; start = text.indexOf(name, start + name.length)) {
    const end = start + name.length;
    const before = /[\w./@<-]$/.test(text.slice(Math.max(0, start - 1), start));
    const after = /^(?:[\w@/(-]|\.\w)/.test(text.slice(end, end + 2));
    if (!before && !after) places.push({ start, end });
  }
  return places;
}

/** The string literal of a program that the offset is in: what is between its quotes. */
export function literalAt(
  source: SourceText,
  offset: number,
): { readonly text: string; readonly place: TextPlace } | undefined {
  return wordAt(source, offset, /(?<=(['"`]))[a-z][\w./-]*(?=\1)/g);
}
