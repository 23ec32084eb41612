/** Plain text as it is mailed: paragraphs and tables of at most 72 columns, tables set in by four blanks. */

const width = 72;
const indent = '    ';
const gap = 2;

export type Lines = readonly string[];

/** Words between blanks are never broken. `head` stands before the first line, and as many blanks before the others. */
export function paragraph(text: string, head = ''): Lines {
  const lines: string[] = [];
  let line = head;
  for (const word of text.split(/\s+/)) {
    const blank = line === '' || line === head || line.endsWith(' ') ? '' : ' ';
    if (line.length > head.length && line.length + blank.length + word.length > width) {
      lines.push(line);
      line = `${' '.repeat(head.length)}${word}`;
    } else line = `${line}${blank}${word}`;
  }
  return [...lines, line];
}

/** Names, and what they mean. */
export function glossary(entries: readonly (readonly [name: string, meaning: string])[]): Lines {
  const longest = Math.max(0, ...entries.map(([name]) => name.length));
  return entries.flatMap(([name, meaning]) => paragraph(meaning, `${indent}${name.padEnd(longest + gap)}`));
}

/** The first column is one of names, the others are numbers. A row of one cell is a heading. */
export function table(headings: Lines, rows: readonly Lines[]): Lines {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) =>
    Math.max(...all.map((row) => (row.length === 1 && column > 0 ? 0 : (row[column]?.length ?? 0)))),
  );
  return all.map((row) =>
    row
      .map((cell, column) =>
        column === 0
          ? `${indent}${cell.padEnd(row.length === 1 ? 0 : widths[0]!)}`
          : `${' '.repeat(gap)}${cell.padStart(widths[column]!)}`,
      )
      .join('')
      .trimEnd(),
  );
}

/** Blocks with a blank line between them; those without lines are left out. */
export function blocks(all: readonly Lines[]): Lines {
  return all
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}
