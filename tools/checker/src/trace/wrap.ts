/** Text into columns of ASCII: broken where a reader would break it, and nothing ever cut off. */

/** Breaks text into pieces of at most `width`; those after the first are `hang` narrower. Joined, the pieces are the text. */
export function wrap(text: string, width: number, hang: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  for (let room = width; rest.length > room; room = Math.max(1, width - hang)) {
    const end = breakBefore(rest, room);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}

/** Escapes all that is not printable ASCII, as JavaScript would: `\u{16f}`. */
export function ascii(text: string): string {
  return [...text]
    .map((char) => (/[ -~]/.test(char) ? char : `\\u{${char.codePointAt(0)!.toString(16)}}`))
    .join('');
}

/**
 * After a space if that leaves no wide gap; else after a mark of punctuation; else in the middle of a name. A closing
 * bracket stays with the opening one, and a brace with what it opens.
 */
function breakBefore(text: string, room: number): number {
  const space = lastSpace(text, room);
  if (space * 3 >= room) return space + 1;
  for (let end = room; end > Math.max(space, 0) + 1; end--)
    if (/[.,:;(/_[-]/.test(text[end - 1]!) && text[end] !== ')') return end;
  return space > 0 ? space + 1 : room;
}

function lastSpace(text: string, room: number): number {
  const space = text.lastIndexOf(' ', room);
  return space > 0 && text[space + 1] === '{' ? text.lastIndexOf(' ', space - 1) : space;
}
