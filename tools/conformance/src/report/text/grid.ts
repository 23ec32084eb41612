/**
 * A grid of short words, at most 100 columns wide: labels at the left, headings on top. Headings are broken at their
 * dashes, and a grid with too many columns is continued below, with the labels again: nothing is ever cut.
 */
import type { Colour, Paint } from './paint.js';

export const pageWidth = 100;
const gap = 2;
/** Where columns need the room, a longer label stands on a line of its own, above its row. */
const widestLabel = 40;

export interface GridCell {
  readonly text: string;
  readonly colour?: Colour;
}

export interface Grid {
  readonly corner: string;
  readonly headings: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly GridCell[] }[];
  /** Numbers are put to the right of their columns, words to the left. */
  readonly align: 'left' | 'right';
}

/** Lines without line ends. */
export function renderGrid(grid: Grid, paint: Paint, width = pageWidth): readonly string[] {
  return renderGroups(grid, paint, width).flatMap((group, index) => (index === 0 ? group : ['', ...group]));
}

/** Whether all columns stand side by side. */
export function fitsPage(grid: Grid, width = pageWidth): boolean {
  return renderGroups(grid, (_, text) => text, width).length <= 1;
}

function renderGroups(grid: Grid, paint: Paint, width: number): readonly (readonly string[])[] {
  const headings = grid.headings.map(brokenAtDashes);
  const widths = headings.map((heading, column) =>
    Math.max(
      ...heading.map(({ length }) => length),
      ...grid.rows.map(({ cells }) => cells[column]!.text.length),
    ),
  );
  const labels = [grid.corner, ...grid.rows.map(({ label }) => label)].map(({ length }) => length);
  const room = width - widths.reduce((sum, own) => sum + gap + own, 0);
  const labelWidth = Math.max(0, ...labels.filter((length) => length <= Math.max(room, widestLabel)));
  return columnGroups(widths, width - labelWidth).map((columns) => {
    const height = Math.max(0, ...columns.map((column) => headings[column]!.length));
    const put = (column: number, { text, colour }: GridCell): string => {
      const blanks = ' '.repeat(widths[column]! - text.length);
      const painted = colour === undefined ? text : paint(colour, text);
      return ' '.repeat(gap) + (grid.align === 'left' ? painted + blanks : blanks + painted);
    };
    const head = Array.from({ length: height }, (_, line) => {
      const corner = line === height - 1 ? grid.corner : '';
      const words = columns.map((column) => {
        const heading = headings[column]!;
        return put(column, { text: heading[line - (height - heading.length)] ?? '', colour: 'bold' });
      });
      return corner.padEnd(labelWidth) + words.join('');
    });
    const body = grid.rows.flatMap(({ label, cells }) => {
      const row = columns.map((column) => put(column, cells[column]!)).join('');
      return label.length > labelWidth
        ? [label, ' '.repeat(labelWidth) + row]
        : [label.padEnd(labelWidth) + row];
    });
    return [...head, ...body].map((line) => line.trimEnd());
  });
}

/** `record-barrier` is `record-` above `barrier`, where the parts are worth it. */
function brokenAtDashes(heading: string): readonly string[] {
  const lines: string[] = [];
  for (const part of heading.split(/(?<=-)/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length <= longestUnbroken) lines.splice(-1, 1, last + part);
    else lines.push(part);
  }
  return lines;
}

const longestUnbroken = 10;

/** Indices of the columns that fit side by side; at least one each. */
function columnGroups(widths: readonly number[], room: number): readonly (readonly number[])[] {
  const groups: number[][] = [];
  let left = 0;
  widths.forEach((width, column) => {
    if (groups.length === 0 || width + gap > left) {
      groups.push([]);
      left = room;
    }
    groups.at(-1)!.push(column);
    left -= width + gap;
  });
  return groups;
}
