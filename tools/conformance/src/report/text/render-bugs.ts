/** The seeded bugs of one model as plain text. */
import type { CheckReport } from '../check-report.js';
import { exploredText, plural } from './explored.js';
import { renderMutantStories, renderMutantTable } from './mutants.js';
import { painter } from './paint.js';
import type { ReportText } from './render-report.js';
import { wrapped } from './wrapped.js';

/** Ends with a line feed. `report` is one of which only mutants were asked; with `allTraces` also the runs. */
export function renderBugs(report: CheckReport, { colour, allTraces }: ReportText): string {
  const { mutants, unmodelled, rfcs, summary } = report;
  const paint = painter(colour);
  const head = rfcs.map(({ number, title }) => paint('bold', `RFC ${number}: ${title}`));
  const none = unmodelled.length === 0 ? '' : `, ${plural(unmodelled.length, 'known bug')} not modelled`;
  const sections = [
    head,
    ...renderMutantTable(report, paint),
    ...(allTraces ? renderMutantStories(mutants) : []),
    exploredText(report),
    wrapped('', `${summary.found} of ${plural(mutants.length, 'seeded bug')} found${none}.`),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
