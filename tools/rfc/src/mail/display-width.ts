/**
 * How many columns a text takes on a terminal: two for a wide character, none for what is put on top of another. What is
 * counted are the characters that people see (graphemes), so that an accent or a joined emoji is counted once.
 *
 * Intl.Segmenter finds these as well, in a time that grows with the square of the text.
 */

const tabStop = 8;

/** Columns of a line that starts at column `from` (0-based); tabs go to the next multiple of eight. */
export function displayWidth(text: string, from = 0): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let column = from;
  for (const grapheme of graphemesOf(text)) column += widthAt(column, grapheme);
  return column - from;
}

export function graphemesOf(text: string): readonly string[] {
  return text.match(graphemes) ?? [];
}

/** Blanks behind the text, up to `width` columns. */
export function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Whether there is a wide character in a text, or whether a grapheme is one. */
export function isWide(text: string): boolean {
  return wide.test(text);
}

function widthAt(column: number, grapheme: string): number {
  if (grapheme === '\t') return tabStop - (column % tabStop);
  if (isWide(grapheme)) return 2;
  return nothing.test(grapheme) ? 0 : 1;
}

/** The wide blocks of Unicode's EastAsianWidth.txt, what is shown as an emoji, and what is asked to be (U+FE0F). */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;

const nothing = /^[\p{Mn}\p{Me}\p{Cf}]*$/u;

/** A character, or a flag of two, with what is put on it or joined to it (marks, vowels of Hangul, U+200D). */
const graphemes =
  /(?:\p{Regional_Indicator}{2}|[\s\S])(?:\p{M}|\u200d|\ufe0e|\ufe0f|[\u1160-\u11ff]|[\u{1f3fb}-\u{1f3ff}]|(?<=\u200d)[\s\S])*/gu;
