/** Sentences in lines. */
import { pageWidth } from './grid.js';

/** The text after a label, continued under its own start. A word that is longer than a line is not broken. */
export function wrapped(label: string, text: string, width = pageWidth): readonly string[] {
  const lines: string[] = [];
  let line = label;
  for (const word of text.split(/\s+/)) {
    if (line.length > label.length && line.length + word.length > width) {
      lines.push(line.trimEnd());
      line = ' '.repeat(label.length);
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
