/** Tables, as a terminal shows them and as Markdown. */
import { markdownTable } from '@quiesce/contract';

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  /** As many cells as the head has. */
  readonly rows: readonly (readonly string[])[];
}

/** The first column is words, the others are numbers and stand to the right. */
export function tableText({ title, head, rows }: Table): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd();
  return `${title}\n\n${[head, ...rows].map((cells) => `  ${line(cells)}\n`).join('')}`;
}

export function tableMarkdown({ title, head, rows }: Table): string {
  return `${title}:\n\n${markdownTable([head, ...rows])}`;
}
