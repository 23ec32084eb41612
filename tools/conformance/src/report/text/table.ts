/**
 * A table of names, whose cells are continued below where they are too long: nothing is ever cut. Columns get the width that they ask
 * for; if there is too little, the widest give way first.
 */
import { displayText } from '@quiesce/contract';
import { pageWidth } from './grid.js';

const gap = 2;
/** A column gives no more than this: below it, names break all the time. */
const narrowest = 10;

export interface Table {
  readonly headings: readonly string[];
  /** A cell is a list of names, each on a line of its own. */
  readonly rows: readonly (readonly (readonly string[])[])[];
}

/** Lines without line ends. */
export function renderTable({ headings, rows }: Table, width = pageWidth): readonly string[] {
  const shown = rows.map((row) => row.map((cell) => cell.map(displayText)));
  const wanted = headings.map((heading, column) =>
    Math.max(heading.length, ...shown.flatMap((row) => (row[column] ?? []).map(({ length }) => length))),
  );
  const widths = fitted(wanted, width - gap * (headings.length - 1));
  const lines = (cells: readonly (readonly string[])[]): readonly string[] => {
    const broken = cells.map((cell, column) => cell.flatMap((name) => brokenName(name, widths[column]!)));
    const height = Math.max(0, ...broken.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) =>
      broken
        .map((cell, column) => (cell[line] ?? '').padEnd(widths[column]!))
        .join(' '.repeat(gap))
        .trimEnd(),
    );
  };
  return [...lines(headings.map((heading) => [heading])), ...shown.flatMap(lines)];
}

function fitted(wanted: readonly number[], room: number): readonly number[] {
  const widths = [...wanted];
  for (let over = widths.reduce((sum, width) => sum + width, 0) - room; over > 0; over -= 1) {
    const widest = Math.max(...widths);
    if (widest <= narrowest) break;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/** At blanks, else behind a mark that parts a name, else anywhere; continued by two blanks. */
export function brokenName(name: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const room = (): number => width - (lines.length === 0 ? 0 : indent.length);
  const flush = (): void => {
    lines.push(`${lines.length === 0 ? '' : indent}${line.trimEnd()}`);
    line = '';
  };
  for (const whole of name.match(/\S+?[/._@-]+(?=\S)|\S+\s*|\s+/g) ?? []) {
    let piece = whole;
    if (line !== '' && line.length + piece.trimEnd().length > room()) flush();
    while (piece.trimEnd().length > room()) {
      line = piece.slice(0, room());
      piece = piece.slice(line.length);
      flush();
    }
    line += piece;
  }
  if (line !== '' || lines.length === 0) flush();
  return lines;
}

const indent = '  ';
