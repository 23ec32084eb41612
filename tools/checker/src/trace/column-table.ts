/**
 * A run as the table that kernel changelogs show races with (Documentation/process/maintainer-tip.rst): a column for
 * each process, time downwards, at most 72 columns of ASCII, so that it survives in a mail and in a quote of a mail.
 *
 * Every line is indented, which also keeps git and mail from taking one for a header, a comment or a separator.
 */
import { endingText } from './ending-text.js';
import { type Line, narrate } from './narration.js';
import type { Run } from './replay.js';
import { processName } from './step-text.js';
import { ascii, wrap } from './wrap.js';

const pageWidth = 72;
const margin = 2;
const widestGap = 4;
const narrowestGap = 2;
/** A column that is narrower than its text is at least this wide, or the table has one column for all. */
const narrowestColumn = 20;
/** One column for all, too, where a larger part of the lines would be broken. */
const mostBroken = 1 / 4;
const widestIndent = 2;
const narrowestIndent = 1;
/** Deeper than what stands inside a function, so that a long heading is told from its body. */
const hang = 4;

const cycleMark = `${' '.repeat(margin)}${'again and again from here '.padEnd(pageWidth - margin, '-')}`;

/** The table and, under it, what the run has come to. Ends with a line feed. */
export function columnTable(run: Run): string {
  const narration = narrate(run);
  const lines = narration.map((line, index) => ({
    ...line,
    text: ascii(line.text),
    isPoint: index === narration.length - 1 && isPointed(run),
  }));
  const processes = [...new Set(lines.map((line) => line.process))].sort((a, b) => a - b);
  const titles = processes.map((process) => ascii(processName(run.system, process)));
  const table = sideBySide(processes, titles, lines) ?? listed(processes, titles, lines);
  const ending = endingText(run).flatMap(({ label, text }) => labelled(label, ascii(text)));
  const blank = table.length === 0 ? [] : [''];
  return [...table, ...blank, ...ending].map((line) => `${line.trimEnd()}\n`).join('');
}

/** `isPoint`: the last thing that happened is what the run was looking for, and is underlined. */
interface Row extends Line {
  readonly isPoint: boolean;
}

/** An end is not reached by what happened last, but by nothing more that can. */
function isPointed({ ending }: Run): boolean {
  return ending.kind === 'failure' || (ending.kind === 'signal' && ending.at !== 'end');
}

function naturalWidth(title: string, lines: readonly Line[]): number {
  return Math.max(title.length, ...lines.map(({ depth, text }) => depth * widestIndent + text.length));
}

/** Widths and the gap between them. */
function columnWidths(natural: readonly number[]): {
  readonly widths: readonly number[];
  readonly gap: number;
} {
  const gaps = natural.length - 1;
  for (let gap = widestGap; gap > narrowestGap; gap--)
    if (sum(natural) + gap * gaps <= pageWidth - margin) return { widths: natural, gap };
  return { widths: shares(natural, pageWidth - margin - narrowestGap * gaps), gap: narrowestGap };
}

/** Narrow columns get what they need, the others share what is left. */
function shares(natural: readonly number[], available: number): readonly number[] {
  const widths = natural.map(() => 0);
  const narrowFirst = natural.map((_, index) => index).sort((a, b) => natural[a]! - natural[b]!);
  let left = available;
  narrowFirst.forEach((column, position) => {
    const width = Math.min(natural[column]!, Math.floor(left / (natural.length - position)));
    widths[column] = width;
    left -= width;
  });
  return widths;
}

/** Null if the columns would be too narrow to read. */
function sideBySide(
  processes: readonly number[],
  titles: readonly string[],
  lines: readonly Row[],
): readonly string[] | null {
  const own = processes.map((process) => lines.filter((line) => line.process === process));
  const natural = own.map((column, index) => naturalWidth(titles[index]!, column));
  const { widths, gap } = columnWidths(natural);
  const isWide = widths.every((width, index) => width >= Math.min(natural[index]!, narrowestColumn));
  const widthOf = ({ process }: Line): number => widths[processes.indexOf(process)]!;
  const indent = indentIn(lines, widthOf);
  if (!isWide || brokenIn(lines, widthOf, indent) > lines.length * mostBroken) return null;

  const starts = widths.map((_, index) => margin + sum(widths.slice(0, index)) + gap * index);
  const names = titles.map((title, index) => wrap(title, widths[index]!, 0));
  const height = Math.max(0, ...names.map((name) => name.length));
  const header = Array.from({ length: height }, (_, row) =>
    names.reduce((text, name, index) => text.padEnd(starts[index]!) + (name[row] ?? ''), ''),
  );
  const body = lines.flatMap((line) => {
    const start = starts[processes.indexOf(line.process)]!;
    const pieces = placed(line, widthOf(line), indent).map((piece) => ' '.repeat(start) + piece);
    return line.beginsCycle ? [cycleMark, ...pieces] : pieces;
  });
  return [...header, ...body];
}

/** One column for all: the name stands where another process takes over; above, if it is long. */
function listed(
  processes: readonly number[],
  titles: readonly string[],
  lines: readonly Row[],
): readonly string[] {
  const nameWidth = Math.min(narrowestColumn, Math.max(...titles.map((title) => title.length)));
  const start = margin + nameWidth + narrowestGap;
  const indent = indentIn(lines, () => pageWidth - start);
  return lines.flatMap((line, index) => {
    const takesOver = line.process !== lines[index - 1]?.process;
    const title = takesOver ? titles[processes.indexOf(line.process)]! : '';
    const above = title.length > nameWidth ? wrap(title, pageWidth - margin, 0) : [];
    const beside = above.length > 0 ? '' : title;
    return [
      ...(line.beginsCycle ? [cycleMark] : []),
      ...above.map((piece) => ' '.repeat(margin) + piece),
      ...placed(line, pageWidth - start, indent).map(
        (piece, row) => (' '.repeat(margin) + (row === 0 ? beside : '')).padEnd(start) + piece,
      ),
    ];
  });
}

/** The wide one, unless more lines fit by the narrow one. */
function indentIn(lines: readonly Line[], widthOf: (line: Line) => number): number {
  const isSaved = brokenIn(lines, widthOf, narrowestIndent) < brokenIn(lines, widthOf, widestIndent);
  return isSaved ? narrowestIndent : widestIndent;
}

/** How many lines do not fit. */
function brokenIn(lines: readonly Line[], widthOf: (line: Line) => number, indent: number): number {
  return lines.filter((line) => {
    const width = widthOf(line);
    return leftOf(line, width, indent) + line.text.length > width;
  }).length;
}

/** Where a line starts in its column: as deep as its functions, as far as there is room for it. */
function leftOf({ depth }: Line, width: number, indent: number): number {
  return Math.min(depth * indent, Math.floor(width / 2));
}

function placed(line: Row, width: number, indent: number): readonly string[] {
  const left = leftOf(line, width, indent);
  const pieces = wrap(line.text, width - left, hang).map(
    (piece, row) => ' '.repeat(row === 0 ? left : left + hang) + piece.trimEnd(),
  );
  if (!line.isPoint) return pieces;
  const end = Math.max(...pieces.map((piece) => piece.length));
  return [...pieces, ' '.repeat(left) + '^'.repeat(end - left)];
}

function labelled(label: string, text: string): readonly string[] {
  const first = `${' '.repeat(margin)}${`${label}:`.padEnd(11)}`;
  return wrap(text, pageWidth - first.length, 0).map(
    (piece, row) => (row === 0 ? first : ' '.repeat(first.length)) + piece.trimEnd(),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
