/** Counterexamples in a mail: a table of them, and then each as what was promised and the run that breaks it. */
import type { MailPartLine } from '@quiesce/rfc';
import { verdictTable } from '../../verdict/verdict.js';
import type { CheckReport } from '../check-report.js';
import { groupDigits } from '../text/explored.js';
import { clauseFindings } from '../text/findings.js';
import { type Grid, renderGrid } from '../text/grid.js';

type Block = readonly MailPartLine[];
type Verdict = CheckReport['clauses'][number]['verdicts'][number];

/**
 * None if no run is shown. Those that break a promise always are; `isWanted`: of which clauses those of other options are,
 * and those of MAY, where the report has them.
 */
export function counterexamples(
  { clauses, cells }: CheckReport,
  isWanted: (clause: string) => boolean,
  width: number,
): readonly Block[] {
  const broken = clauses.map((clause) => ({
    ...clause,
    verdicts: clause.verdicts.filter((one) => one.story !== null && (isBroken(one) || isWanted(clause.id))),
  }));
  const shown = broken.flatMap((clause) =>
    clause.verdicts.map((verdict) => ({ clause, ...verdict, story: verdict.story! })),
  );
  if (shown.length === 0) return [];
  const grid: Grid = {
    corner: 'clause, option',
    headings: ['', 'steps', 'switches'],
    rows: shown.map(({ clause, option, verdict, promised, story }) => {
      const { mark } = verdictTable[verdict];
      return {
        label: `${clause.id}, ${option}`,
        cells: [
          { text: promised ? mark : `(${mark.toLowerCase()})` },
          { text: groupDigits(story.steps) },
          { text: groupDigits(story.switches) },
        ],
      };
    }),
    align: 'right',
  };
  const table = renderGrid(grid, plain, width).map((text): MailPartLine => {
    const row = shown.find(({ clause, option }) => text.startsWith(`${clause.id}, ${option}`));
    return row === undefined ? { text } : { text, clause: row.clause.id };
  });
  const runs = broken.flatMap((clause) =>
    clauseFindings(clause, cells, { all: true, paint: plain, width }).map((lines) =>
      lines.flatMap((line) => line.split('\n')).map((text) => ({ text, clause: clause.id })),
    ),
  );
  return [table, ...runs];
}

function isBroken({ promised, verdict }: Pick<Verdict, 'promised' | 'verdict'>): boolean {
  return promised && (verdictTable[verdict].breaksPromise || verdict === 'deviates');
}

function plain(_: unknown, text: string): string {
  return text;
}
