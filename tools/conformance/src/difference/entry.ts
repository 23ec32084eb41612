/** The form of an entry: a word, what it is about, and below both what is told of it. */

/** Where the text of an entry starts, after its word. */
export const column = 14;
export const blank = ' '.repeat(column);

export function label(word: string): string {
  return word.padEnd(column);
}

/** Where something stands in both texts; null in the one that does not have it. */
export function linesText(
  before: { readonly line: number } | null,
  after: { readonly line: number } | null,
): string {
  if (before === null) return `line ${after?.line}`;
  return after === null ? `line ${before.line} before` : `line ${before.line} -> ${after.line}`;
}
