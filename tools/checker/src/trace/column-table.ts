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
const widestIndent = 2;
const narrowestIndent = 1;
/** Deeper than what stands inside a function, so that a long heading is told from its body. */
const hang = 4;

/** The table and, under it, what the run has come to. Ends with a line feed. */
export function columnTable(run: Run): string {
  const narration = narrate(run);
  const lines = narration.map((line, index) => ({
    ...line,
    text: ascii(line.text),
    isPoint: index === narration.length - 1 && isPointed(run),
  }));
  const processes = [...new Set(lines.map((line) => line.process))].sort((a, b) => a - b);
  const columns = processes.map((process) => ({
    process,
    title: ascii(processName(run.system, process)),
    lines: lines.filter((line) => line.process === process),
  }));
  const widths = columnWidths(columns.map(({ title, lines: own }) => naturalWidth(title, own)));
  const table = widths === null ? listed(columns, lines) : sideBySide(columns, lines, widths);
  const ending = endingText(run).flatMap(({ label, text }) => labelled(label, ascii(text)));
  const blank = table.length === 0 ? [] : [''];
  return [...table, ...blank, ...ending].map((line) => `${line.trimEnd()}\n`).join('');
}

/** `isPoint`: the last thing that happened is what the run was looking for, and is underlined. */
interface Row extends Line {
  readonly isPoint: boolean;
}

interface Column {
  readonly process: number;
  readonly title: string;
}

/** An end is not reached by what happened last, but by nothing more that can. */
function isPointed({ ending }: Run): boolean {
  return ending.kind === 'failure' || (ending.kind === 'signal' && ending.at !== 'end');
}

function naturalWidth(title: string, lines: readonly Line[]): number {
  return Math.max(title.length, ...lines.map(({ depth, text }) => depth * widestIndent + text.length));
}

/** Widths and the gap between them; null if columns side by side would be too narrow to read. */
function columnWidths(
  natural: readonly number[],
): { readonly columns: readonly number[]; readonly gap: number } | null {
  const gaps = natural.length - 1;
  for (let gap = widestGap; gap >= narrowestGap; gap--)
    if (sum(natural) + gap * gaps <= pageWidth - margin) return { columns: natural, gap };
  const columns = shares(natural, pageWidth - margin - narrowestGap * gaps);
  const readable = columns.every((width, index) => width >= Math.min(natural[index]!, narrowestColumn));
  return readable ? { columns, gap: narrowestGap } : null;
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

function sideBySide(
  columns: readonly Column[],
  lines: readonly Row[],
  { columns: widths, gap }: { readonly columns: readonly number[]; readonly gap: number },
): readonly string[] {
  const starts = widths.map((_, index) => margin + sum(widths.slice(0, index)) + gap * index);
  const titles = columns.map(({ title }, index) => wrap(title, widths[index]!, 0));
  const height = Math.max(0, ...titles.map((title) => title.length));
  const header = Array.from({ length: height }, (_, row) =>
    titles.reduce((text, title, index) => text.padEnd(starts[index]!) + (title[row] ?? ''), ''),
  );
  const indexOf = (process: number): number => columns.findIndex((column) => column.process === process);
  const indent = indentIn(lines, (process) => widths[indexOf(process)]!);
  const body = lines.flatMap((line) => {
    const index = indexOf(line.process);
    return placed(line, widths[index]!, indent).map((piece) => ' '.repeat(starts[index]!) + piece);
  });
  return [...header, ...body];
}

/** One column for all: the name stands where another process takes over. */
function listed(columns: readonly Column[], lines: readonly Row[]): readonly string[] {
  const nameWidth = Math.min(narrowestColumn, Math.max(...columns.map(({ title }) => title.length)));
  const start = margin + nameWidth + narrowestGap;
  const indent = indentIn(lines, () => pageWidth - start);
  let before: number | null = null;
  return lines.flatMap((line) => {
    const { title } = columns.find(({ process }) => process === line.process)!;
    const names = line.process === before ? [] : wrap(title, nameWidth, 0);
    before = line.process;
    const texts = placed(line, pageWidth - start, indent);
    return Array.from({ length: Math.max(names.length, texts.length) }, (_, row) =>
      `${' '.repeat(margin)}${names[row] ?? ''}`.padEnd(start).concat(texts[row] ?? ''),
    );
  });
}

/** A line in a column, with the indentation of its depth as far as the column has room for it. */
function placed({ depth, text, isPoint }: Row, width: number, indent: number): readonly string[] {
  const left = Math.min(depth * indent, Math.floor(width / 2));
  const pieces = wrap(text, width - left, hang).map(
    (piece, row) => ' '.repeat(row === 0 ? left : left + hang) + piece.trimEnd(),
  );
  if (!isPoint) return pieces;
  const end = Math.max(...pieces.map((piece) => piece.length));
  return [...pieces, ' '.repeat(left) + '^'.repeat(end - left)];
}

/** Less where functions nest so deep that their lines would have no room. */
function indentIn(lines: readonly Line[], widthOf: (process: number) => number): number {
  const isDeep = lines.some(({ process, depth }) => depth * widestIndent * 3 > widthOf(process));
  return isDeep ? narrowestIndent : widestIndent;
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
