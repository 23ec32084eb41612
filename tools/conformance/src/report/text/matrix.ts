/**
 * The matrix: a row for each clause, a column for each option, and the meaning of the marks in it. Where the options are too
 * many to stand side by side, they are numbered and a letter stands for each word: the reader compares along a row.
 */
import { type Verdict, verdicts, verdictTable } from '../../verdict/verdict.js';
import type { CheckReport } from '../check-report.js';
import { fitsPage, type Grid, type GridCell, pageWidth, renderGrid } from './grid.js';
import type { Colour, Paint } from './paint.js';
import { wrapped } from './wrapped.js';

type Clause = CheckReport['clauses'][number];
type ClauseVerdict = Clause['verdicts'][number];
/** How a cell is written: as a word, or as the first letter of it. */
export type Style = 'words' | 'letters';

export function renderMatrix(
  report: CheckReport,
  clauses: readonly Clause[],
  paint: Paint,
): readonly string[] {
  const { options } = report;
  if (styleOf(report) === 'words') return renderGrid(matrixOf(clauses, options, 'words'), paint);
  const numbers = options.map((_, index) => String(index + 1));
  return [...numberedOptions(options), '', ...renderGrid(matrixOf(clauses, numbers, 'letters'), paint)];
}

/** `options: 1 record, 2 record-barrier` */
export function numberedOptions(options: readonly string[], width = pageWidth): readonly string[] {
  const list = options.map((option, index) => `${index + 1}${joint}${option}`);
  return wrapped('options: ', list.join(', '), width).map((line) => line.replaceAll(joint, ' '));
}

/** Only of the marks that stand in the matrix. */
export function renderLegend(
  report: CheckReport,
  style = styleOf(report),
  pageColumns = pageWidth,
): readonly string[] {
  const shown = report.clauses.flatMap((clause) => clause.verdicts);
  const used = verdicts.filter((verdict) => shown.some((one) => one.verdict === verdict));
  const marks = used.map((verdict) => {
    const { mark, meaning } = verdictTable[verdict];
    const letter = letterOf(verdict);
    return style === 'words' ? [mark, meaning] : [letter, letter === mark ? meaning : `${mark}: ${meaning}`];
  });
  const [promised, other] = style === 'words' ? ['(...)', 'the'] : ['small', 'letters: the'];
  const inBrackets = shown.some((one) => !one.promised);
  const lines = inBrackets
    ? [...marks, [promised, `${other} option does not promise the clause: for information`]]
    : marks;
  const width = Math.max(0, ...lines.map(([mark = '']) => mark.length));
  return lines.flatMap(([mark = '', meaning = '']) =>
    wrapped(`  ${mark.padEnd(width)}  `, meaning, pageColumns),
  );
}

/** The same for all matrices of a report, so that one legend explains them. */
export function styleOf({ clauses, options }: CheckReport, width = pageWidth): Style {
  return fitsPage(matrixOf(clauses, options, 'words'), width) ? 'words' : 'letters';
}

export function matrixOf(clauses: readonly Clause[], headings: readonly string[], style: Style): Grid {
  return {
    corner: 'clause',
    headings,
    rows: clauses.map(({ id, verdicts: row }) => ({
      label: id,
      cells: row.map((one) => matrixCell(one, style)),
    })),
    align: style === 'words' ? 'left' : 'right',
  };
}

function matrixCell({ verdict, promised }: ClauseVerdict, style: Style): GridCell {
  const mark = style === 'words' ? verdictTable[verdict].mark : letterOf(verdict);
  if (verdict === 'not-explored') return { text: mark, colour: 'dim' };
  if (promised) return { text: mark, colour: promisedColour(verdict) };
  return { text: style === 'words' ? `(${mark.toLowerCase()})` : mark.toLowerCase(), colour: 'dim' };
}

/** `?` where it is not known, since `unknown` and `unchecked` begin alike. */
export function letterOf(verdict: Verdict): string {
  return verdict === 'not-complete' ? '?' : verdictTable[verdict].mark.charAt(0).toUpperCase();
}

export function promisedColour(verdict: Verdict): Colour {
  if (verdictTable[verdict].breaksPromise) return 'red';
  return verdict === 'holds' || verdict === 'witnessed' ? 'green' : 'yellow';
}

/** Stands between a number and its option while the list is broken into lines. */
const joint = '\u0001';
