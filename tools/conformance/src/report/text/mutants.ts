/** Seeded bugs: what a check says of those that got away, and the whole list as a table. */
import type { CheckReport } from '../check-report.js';
import { groupDigits, plural } from './explored.js';
import { storyLines } from './findings.js';
import { renderGrid } from './grid.js';
import type { Paint } from './paint.js';
import { wrapped } from './wrapped.js';

type Mutant = CheckReport['mutants'][number];
type Section = readonly string[];

/** Those that were not found, each with the reason, and how many were; with `all` also the runs that show the others. */
export function renderMutants({ mutants }: CheckReport, all: boolean, paint: Paint): readonly Section[] {
  if (mutants.length === 0) return [];
  const lost = mutants.filter(({ verdict }) => verdict !== 'found');
  const width = Math.max(0, ...lost.map(({ id }) => id.length));
  const list = lost.flatMap((mutant) => {
    const { id, title, of, verdict } = mutant;
    const mark = mutantMarks[verdict];
    const head = `  ${mark.padEnd(marksWidth)}  ${id.padEnd(width)}  `;
    const [first = '', ...more] = wrapped(head, `${title} (in ${of})`);
    return [
      `  ${paint('red', mark)}${first.slice(2 + mark.length)}`,
      ...more,
      ...wrapped(' '.repeat(head.length), mutantText(mutant)),
    ];
  });
  const sum = `  ${mutants.length - lost.length} of ${plural(mutants.length, 'seeded bug')} found; quiesce bugs lists them.`;
  return [['Seeded bugs', ...list, sum], ...(all ? renderMutantStories(mutants) : [])];
}

/** The runs, each under the name of its bug. */
export function renderMutantStories(mutants: readonly Mutant[]): readonly Section[] {
  return mutants.flatMap(({ id, title, story, caughtBy }) =>
    story === null ? [] : [[`${id}: ${title}, found by ${caughtBy}`, ...storyLines(story)]],
  );
}

/** A row for each bug, under its name, and then those that no cell can show. */
export function renderMutantTable(
  { mutants, cells, unmodelled }: CheckReport,
  paint: Paint,
): readonly Section[] {
  const rows = mutants.map((mutant) => {
    const { id, title, of, verdict, caughtBy, story } = mutant;
    const cell = cells.find((one) => one.id === mutant.cell);
    const number = (value: number | undefined): { readonly text: string } => ({
      text: value === undefined ? '-' : groupDigits(value),
    });
    return {
      label: `${id}  ${title} (in ${of})`,
      cells: [
        { text: mutantMarks[verdict], colour: verdict === 'found' ? 'green' : 'red' } as const,
        { text: cell?.memoryModel ?? '-' },
        cell?.complete === false ? { text: `>${groupDigits(cell.states)}` } : number(cell?.states),
        number(story?.steps),
        number(story?.switches),
        { text: caughtBy },
      ],
    };
  });
  const headings = ['found', 'memory', 'states', 'steps', 'switches', 'property'];
  const table = renderGrid({ corner: 'bug', headings, rows, align: 'right' }, paint);
  const lost = mutants.filter(({ verdict }) => verdict !== 'found');
  const reasons = lost.flatMap((mutant) => wrapped(`  ${mutant.id}  `, mutantText(mutant)));
  const others = unmodelled.flatMap(({ id, title, needs, why }) => {
    const where = needs === null ? '' : ` [needs ${needs}]`;
    const head = `  ${id}  `;
    return [...wrapped(head, `${title}${where}`), ...wrapped(' '.repeat(head.length), why)];
  });
  return [
    ...(rows.length === 0 ? [] : [table]),
    ...(reasons.length === 0 ? [] : [['Not found', ...reasons]]),
    ...(others.length === 0 ? [] : [['Not modelled', ...others]]),
  ];
}

function mutantText({ caughtBy, verdict, breaks, cell }: Mutant): string {
  switch (verdict) {
    case 'found':
      return `found by ${caughtBy}`;
    case 'missed': {
      const also = breaks.length === 0 ? '' : `; it breaks ${breaks.join(', ')}`;
      return `${caughtBy} does not see it in ${cell}${also}`;
    }
    case 'no-bug':
      return `the option breaks ${caughtBy} in this scenario without the bug too: seed it in one that does not`;
    case 'not-complete':
      return `${caughtBy} had not seen it when the search hit a bound`;
  }
}

const mutantMarks = {
  found: 'found',
  missed: 'MISSED',
  'not-complete': 'unknown',
  'no-bug': 'NO BUG',
} as const;
const marksWidth = 7;
