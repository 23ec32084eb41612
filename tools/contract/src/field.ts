/** One field of a block as it stands in the file: the value joined to one line, and where each piece of it came from. */
import { placeOf, type SourceText, type Span, type TextPlace } from './source-text.js';

export interface Field<Key extends string = string> {
  readonly key: Key;
  readonly keyPlace: TextPlace;
  /** Never empty, never with a line ending; continuation lines are joined with one space. */
  readonly value: string;
  /** From the first character of the value to its last, over all its lines. */
  readonly valuePlace: TextPlace;
  /** The spans in the file whose texts, joined with one space, are the value. */
  readonly pieces: readonly Span[];
}

/** Where a part of the value stands in the file. `part` counts from the start of the value. */
export function placeInValue(source: SourceText, field: Field, part: Span): TextPlace {
  return placeOf(source, {
    start: offsetOf(field, part.start, 'start'),
    end: offsetOf(field, part.end, 'end'),
  });
}

/**
 * The value's characters `[0, n)` of a piece of n characters lie in that piece, and one more stands for the space that
 * joins it to the next:
 *
 *     value   a b c _ d e f        pieces  [a b c] [d e f]
 *     index   0 1 2 3 4 5 6 7
 *
 * A part that starts at 4 starts in the second piece; a part that ends at 3 ends with the first.
 */
function offsetOf(field: Field, index: number, side: 'start' | 'end'): number {
  let before = 0;
  for (const piece of field.pieces) {
    const length = piece.end - piece.start;
    if (index < before + length || (side === 'end' && index === before + length))
      return piece.start + index - before;
    before += length + 1;
  }
  return field.valuePlace.end;
}

/** The items of a value between separators, each trimmed, with its place in the value. An empty item is kept. */
export function itemsOf(
  value: string,
  separator: string,
): readonly { readonly text: string; readonly part: Span }[] {
  let at = 0;
  return value.split(separator).map((raw) => {
    const text = raw.trim();
    const start = at + raw.length - raw.trimStart().length;
    at += raw.length + separator.length;
    return { text, part: { start, end: start + text.length } };
  });
}
