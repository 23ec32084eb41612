/** The report as plain text for a terminal or a mail: the matrix first, then what it rests on, then what was found. */
import type { CheckReport } from '../check-report.js';
import { exploredText, renderExplored } from './explored.js';
import { renderFindings } from './findings.js';
import { renderLegend, renderMatrix } from './matrix.js';
import { renderMutants } from './mutants.js';
import { type Paint, painter } from './paint.js';
import { summaryText } from './summary-text.js';
import { wrapped } from './wrapped.js';

export interface ReportText {
  readonly colour: boolean;
  /** Also show the runs of clauses that an option does not promise, and of what a MAY permits. */
  readonly allTraces: boolean;
}

/** Ends with a line feed. No line is longer than 100 columns but where a name is. */
export function renderReport(report: CheckReport, { colour, allTraces }: ReportText): string {
  const paint = painter(colour);
  const findings = renderFindings(report, allTraces, paint);
  const mutants = renderMutants(report, allTraces, paint);
  const sections = [
    ...(report.selection.length === 0 ? [] : [[`Only ${report.selection.join(', ')}.`]]),
    ...matrices(report, paint),
    [...renderExplored(report, paint), '', ...exploredText(report)],
    ...unchecked(report),
    ...findings,
    ...mutants,
    ...uncovered(report),
    summaryText(report),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function matrices(report: CheckReport, paint: Paint): readonly (readonly string[])[] {
  const parts = report.rfcs.flatMap(({ file, number, title, revision, status }) => {
    const clauses = report.clauses.filter(({ place }) => place.file === file);
    const head = `${paint('bold', `RFC ${number}: ${title}`)} (revision ${revision}, ${status})`;
    return clauses.length === 0
      ? [[head, '', 'No clause.']]
      : [[head, '', ...renderMatrix(report, clauses, paint)]];
  });
  return report.clauses.length === 0 ? parts : [...parts, renderLegend(report)];
}

/** Clauses that nothing explores, and links that were left out: counted and shown in every report. */
function unchecked({ clauses }: CheckReport): readonly (readonly string[])[] {
  const without = clauses.filter(({ properties }) => properties.length === 0);
  const partly = clauses.filter(
    ({ properties, unexplored }) => properties.length > 0 && unexplored.length > 0,
  );
  const lines = [
    ...without.flatMap(({ id, verdicts, unchecked: why }) =>
      wrapped('  ', `${id}: ${why ?? verdicts[0]?.reason ?? ''}`),
    ),
    ...partly.flatMap(({ id, unexplored }) =>
      unexplored.flatMap(({ link, reason }) => wrapped('  ', `${id}: not explored is ${link}: ${reason}`)),
    ),
  ];
  return lines.length === 0 ? [] : [['Unchecked', ...lines]];
}

function uncovered({ uncovered: lines }: CheckReport): readonly (readonly string[])[] {
  if (lines.length === 0) return [];
  const notes = lines.map(({ file, line, functions }) => {
    const names = functions.map((name) => `${name}()`).join(', ');
    return `  ${file}:${line}: note: never executed${names === '' ? '' : `, in ${names}`}`;
  });
  return [['Lines of the model that no cell has executed', ...notes]];
}
