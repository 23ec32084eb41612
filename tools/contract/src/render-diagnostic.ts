/**
 * A finding as people of the kernel read one: the compiler's line, which editors and scripts can follow, then the line of
 * source with its number, and what is meant underlined.
 *
 *     rfc/0001.md:12:1: error: Unexpected key "Optoin", expected one of those that contract blocks have [contract/unknown-key]
 *        12 | Optoin: record
 *           | ^~~~~~
 *           = hint: Did you mean Option?
 */
import type { Diagnostic, Place, Severity } from './diagnostic.js';
import { type Cell, displayCells, displayText } from './display-text.js';
import { lineSpan, type SourceText, textOf } from './source-text.js';

export interface RenderOptions {
  /** The text of a file that a place names; undefined where there is none: the finding is then shown without its line. */
  readonly sourceOf: (file: string) => SourceText | undefined;
  /** Whether to colour for a terminal. */
  readonly colour: boolean;
}

/** Columns of source that are shown; of a longer line, the part around the place. */
const shownColumns = 100;
/** Columns that stay visible before the place when the line is cut. */
const leadColumns = 20;
const gutterWidth = 5;

const severityColours = { error: '1;31', warning: '1;35', note: '1;36' } as const satisfies Record<
  Severity,
  string
>;

/** The text for one finding, several lines, the last one with its line ending too. */
export function renderDiagnostic(diagnostic: Diagnostic, options: RenderOptions): string {
  const { place, severity, message, code, hint, related = [] } = diagnostic;
  const paint = painter(options.colour);
  const hints = hint === undefined ? [] : [`${gutter('')} = ${paint('1', 'hint:')} ${displayText(hint)}`];
  return [
    headLine(place, severity, `${displayText(message)} [${code}]`, paint),
    ...sourceLines(place, severity, options, paint),
    ...hints,
    ...related.flatMap((other) => [
      headLine(other.place, 'note', displayText(other.message), paint),
      ...sourceLines(other.place, 'note', options, paint),
    ]),
    '',
  ].join('\n');
}

type Painter = (colour: string, text: string) => string;

function painter(colour: boolean): Painter {
  return colour ? (code, text) => `\u001b[${code}m${text}\u001b[0m` : (_code, text) => text;
}

function headLine(place: Place, severity: Severity, text: string, paint: Painter): string {
  const where = `${displayText(place.file)}:${place.line}:${place.column}:`;
  return `${paint('1', where)} ${paint(severityColours[severity], `${severity}:`)} ${text}`;
}

/** The line of source and the line with the caret, or nothing if the text is not at hand. */
function sourceLines(
  place: Place,
  severity: Severity,
  options: RenderOptions,
  paint: Painter,
): readonly string[] {
  const source = options.sourceOf(place.file);
  const span = source === undefined ? undefined : lineSpan(source, place.line);
  if (source === undefined || span === undefined) return [];
  const line = textOf(source, span);
  const start = Math.min(place.column - 1, line.length);
  const { before, marked, after } = cut(line, start, endOffset(place, line));
  const shown = paint(severityColours[severity], textOfCells(marked));
  const caret = `^${'~'.repeat(Math.max(0, widthOfCells(marked) - 1))}`;
  const blanks = ' '.repeat(widthOfCells(before));
  return [
    `${gutter(String(place.line))} | ${textOfCells(before)}${marked.length === 0 ? '' : shown}${textOfCells(after)}`.trimEnd(),
    `${gutter('')} | ${blanks}${paint(severityColours[severity], caret)}`,
  ];
}

/** Where the underlining ends on the place's first line: a 0-based offset, exclusive. */
function endOffset(place: Place, line: string): number {
  const lastLine = place.endLine ?? place.line;
  if (lastLine > place.line) return line.trimEnd().length;
  return Math.min((place.endColumn ?? place.column) - 1, line.length);
}

interface CutLine {
  readonly before: readonly Cell[];
  readonly marked: readonly Cell[];
  readonly after: readonly Cell[];
}

const ellipsis: Cell = { offset: -1, text: '...', width: 3 };

/** The line's cells before, in and after the place, with the ends of a long line cut off. */
function cut(line: string, start: number, end: number): CutLine {
  const cells = displayCells(line);
  let before: readonly Cell[] = cells.filter((cell) => cell.offset < start);
  const rest = cells.slice(before.length);
  const markedCount = rest.findIndex((cell) => cell.offset >= end);
  let marked: readonly Cell[] = markedCount === -1 ? rest : rest.slice(0, markedCount);
  let after: readonly Cell[] = rest.slice(marked.length);
  if (widthOfCells(cells) > shownColumns) {
    const room = shownColumns - leadColumns;
    if (widthOfCells([...before, ...marked]) > shownColumns) before = lastCells(before, leadColumns);
    marked = firstCells(marked, room);
    after = firstCells(after, Math.max(0, room - widthOfCells(marked)));
  }
  return { before, marked, after };
}

function firstCells(cells: readonly Cell[], width: number): readonly Cell[] {
  let sum = 0;
  const count = cells.findIndex((cell) => {
    sum += cell.width;
    return sum > width;
  });
  return count === -1 ? cells : [...cells.slice(0, count), ellipsis];
}

function lastCells(cells: readonly Cell[], width: number): readonly Cell[] {
  let room = width;
  let first = cells.length;
  for (; first > 0; first -= 1) {
    room -= cells[first - 1]!.width;
    if (room < 0) break;
  }
  return first === 0 ? cells : [ellipsis, ...cells.slice(first)];
}

function textOfCells(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.text).join('');
}

function widthOfCells(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

function gutter(text: string): string {
  return text.padStart(gutterWidth);
}
