/** Markdown as hovers are written in it: little enough that it can also be read as plain text. */

/** A text in which no character means something to Markdown. */
export function escaped(text: string): string {
  return text.replace(/[\\`*[\]<|]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&');
}

export function paragraphs(texts: readonly string[]): string {
  return texts.join('\n\n');
}

/** The first row is the head. Cells hold Markdown. */
export function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

/** For editors that show hovers as they are: without the marks that `escaped`, `*` and `**` make. */
export function withoutMarks(markdown: string): string {
  return markdown
    .replace(/ {2}\n/g, '\n')
    .replace(/(?<!\\)[*`]+/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\\([\\`*[\]<|&])/g, '$1');
}
