/** The matrix: a row for each clause, a column for each option, and the meaning of the words in it. */

import { type Verdict, verdicts, verdictTable } from '../../verdict/verdict.js';
import type { CheckReport } from '../check-report.js';
import { type GridCell, renderGrid } from './grid.js';
import type { Colour, Paint } from './paint.js';

type Clause = CheckReport['clauses'][number];
type ClauseVerdict = Clause['verdicts'][number];

export function renderMatrix(
  report: CheckReport,
  clauses: readonly Clause[],
  paint: Paint,
): readonly string[] {
  return renderGrid(
    {
      corner: 'clause',
      headings: report.options,
      rows: clauses.map(({ id, verdicts: row }) => ({
        label: id,
        cells: row.map(matrixCell),
      })),
      align: 'left',
    },
    paint,
  );
}

/** Only of the words that stand in the matrix. */
export function renderLegend(clauses: readonly Clause[]): readonly string[] {
  const shown = clauses.flatMap((clause) => clause.verdicts);
  const used = verdicts.filter((verdict) => shown.some((one) => one.verdict === verdict));
  const marks = used.map((verdict) => [verdictTable[verdict].mark, verdictTable[verdict].meaning]);
  const inBrackets = shown.some(({ promised }) => !promised);
  const lines = inBrackets
    ? [...marks, ['(...)', 'the option does not promise the clause: for information']]
    : marks;
  const width = Math.max(0, ...lines.map(([mark = '']) => mark.length));
  return lines.map(([mark = '', meaning = '']) => `  ${mark.padEnd(width)}  ${meaning}`);
}

function matrixCell({ verdict, promised }: ClauseVerdict): GridCell {
  const { mark } = verdictTable[verdict];
  if (verdict === 'not-explored') return { text: mark, colour: 'dim' };
  if (promised) return { text: mark, colour: promisedColour(verdict) };
  return { text: `(${mark.toLowerCase()})`, colour: 'dim' };
}

function promisedColour(verdict: Verdict): Colour {
  if (verdictTable[verdict].breaksPromise) return 'red';
  return verdict === 'holds' || verdict === 'witnessed' ? 'green' : 'yellow';
}
