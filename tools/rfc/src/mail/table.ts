/** A table of Markdown as columns with blanks between them; one that is too wide for that as records, a field a line. */
import type { Table, TableRow } from 'mdast';
import { displayWidth, padTo } from './display-width.js';
import { type Inlining, proseOf } from './inline.js';
import type { Line } from './mail-line.js';
import { layOut } from './wrap.js';

const gap = 2;

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

export function tableLines(table: Table, width: number, inlining: Inlining): readonly Line[] {
  const [head, ...body] = table.children.map((row) => rowOf(row, inlining));
  if (head === undefined) return [];
  const count = Math.max(...[head, ...body].map(({ cells }) => cells.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(1, ...[head, ...body].map(({ cells }) => displayWidth(cells[column] ?? ''))),
  );
  const whole = widths.reduce((sum, one) => sum + one, gap * (count - 1));
  if (whole > width && body.length > 0) return records(head, body, width);

  const draw = ({ cells, line }: Row): Line => {
    const put = widths.map((room, column) => aligned(cells[column] ?? '', room, table.align?.[column]));
    return { text: put.join(' '.repeat(gap)).trimEnd(), first: line, last: line };
  };
  const rule = widths.map((room) => '-'.repeat(room)).join(' '.repeat(gap));
  return [draw(head), { text: rule, first: head.line, last: head.line }, ...body.map(draw)];
}

/** Each row by itself: `Heading:  cell`, the cells below each other. */
function records(head: Row, body: readonly Row[], width: number): readonly Line[] {
  const labels = head.cells.map((cell) => (cell === '' ? '' : `${cell}:`));
  const labelWidth = Math.min(Math.max(...labels.map((label) => displayWidth(label))), Math.floor(width / 3));
  return body.flatMap(({ cells, line }, row) => [
    ...(row === 0 ? [] : [{ text: '' }]),
    ...cells.flatMap((cell, column): readonly Line[] => {
      if (cell === '') return [];
      const label = labels[column] ?? '';
      const isBeside = displayWidth(label) <= labelWidth;
      const words = cell.split(' ').map((text) => ({ text, first: line, last: line, gap: 1 }));
      const lines = layOut([{ words, isHard: false }], width - labelWidth - gap);
      const blank = ' '.repeat(labelWidth + gap);
      return [
        ...(isBeside ? [] : [{ text: label, first: line, last: line }]),
        ...lines.map((one, index) => ({
          ...one,
          text: (index === 0 && isBeside ? padTo(label, labelWidth + gap) : blank) + one.text,
        })),
      ];
    }),
  ]);
}

function rowOf(row: TableRow, inlining: Inlining): Row {
  const cells = row.children.map((cell) => {
    const words = proseOf(cell, inlining).flatMap((line) => line.words);
    return words
      .map(({ text, gap: before }, index) => (index === 0 ? text : ' '.repeat(before) + text))
      .join('');
  });
  return { cells, line: row.position?.start.line ?? 1 };
}

function aligned(text: string, width: number, align: 'left' | 'right' | 'center' | null | undefined): string {
  const blanks = Math.max(0, width - displayWidth(text));
  if (align === 'right') return ' '.repeat(blanks) + text;
  if (align === 'center') return padTo(' '.repeat(blanks >> 1) + text, width);
  return padTo(text, width);
}
