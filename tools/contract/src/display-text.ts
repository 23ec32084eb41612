/**
 * A line of a user's file as a terminal shows it: tabs expanded, wide characters counted as two columns, and characters
 * that would move the cursor, recolour the screen or reorder the text replaced by visible ones.
 */

/** One character of the line on the screen. `width` is in terminal columns: 0, 1 or 2, more for a tab. */
export interface Cell {
  /** 0-based offset of the character in the line, in UTF-16 code units. */
  readonly offset: number;
  readonly text: string;
  readonly width: number;
}

const tabStop = 8;

/** Zero columns: marks that join the character before them, and characters that join or format others. */
const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/** Two columns: Hangul Jamo, CJK, kana, Hangul, full-width forms, and what is shown as an emoji by itself. */
const doubleWidth =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]$/u;

/** Half of a surrogate pair, a mark that turns the direction of text, a line or paragraph separator. */
const unsafe = /^[\ud800-\udfff\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]$/u;

/** The line's characters, in order. */
export function displayCells(line: string): readonly Cell[] {
  const cells: Cell[] = [];
  let offset = 0;
  let column = 0;
  for (const character of line) {
    const cell =
      character === '\t'
        ? { offset, text: ' '.repeat(tabStop - (column % tabStop)), width: tabStop - (column % tabStop) }
        : { offset, text: visible(character), width: widthOf(visible(character)) };
    cells.push(cell);
    offset += character.length;
    column += cell.width;
  }
  return cells;
}

/** Text for the middle of a message: one line, nothing that steers the terminal. */
export function displayText(text: string): string {
  return Array.from(text, visible).join('');
}

/** Control characters as their pictures (U+2400 and on), other unsafe ones as the replacement character. */
function visible(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if ((code > 0x7f && code < 0xa0) || unsafe.test(character)) return '\ufffd';
  return character;
}

function widthOf(character: string): number {
  if (character.charCodeAt(0) < 0x300) return 1;
  if (zeroWidth.test(character)) return 0;
  return doubleWidth.test(character) ? 2 : 1;
}
