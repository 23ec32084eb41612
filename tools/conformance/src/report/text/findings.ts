/** The findings in words: each promise that does not hold with its run, each clause that says nothing, each bug that got away. */
import { verdictTable } from '../../verdict/verdict.js';
import type { CheckReport, ReportedStory } from '../check-report.js';
import { pageWidth } from './grid.js';
import type { Paint } from './paint.js';
import { wrapped } from './wrapped.js';

type Clause = CheckReport['clauses'][number];

/** Each finding as its lines; `all` also shows the runs of clauses that an option does not promise. */
export function renderFindings(
  report: CheckReport,
  all: boolean,
  paint: Paint,
): readonly (readonly string[])[] {
  return [
    ...report.modelErrors.map((error) => modelError(error, paint)),
    ...report.clauses.flatMap((clause) => [
      ...clauseFindings(clause, report.cells, { all, paint, width: pageWidth }),
      ...(clause.strength === 'worthless' ? [worthless(clause, paint)] : []),
    ]),
  ];
}

export interface FindingText {
  /** Also show the runs of options that do not promise the clause, and those of a MAY. */
  readonly all: boolean;
  readonly paint: Paint;
  readonly width: number;
}

export function clauseFindings(
  clause: Clause,
  cells: CheckReport['cells'],
  { all, paint, width }: FindingText,
): readonly (readonly string[])[] {
  return clause.verdicts.flatMap(({ option, promised, verdict, reason, decidedBy, story }) => {
    const { mark, breaksPromise } = verdictTable[verdict];
    const isFinding = promised && (breaksPromise || verdict === 'deviates');
    const isReport = promised && (verdict === 'never-happens' || verdict === 'always');
    if (!isFinding && !isReport && !(all && story !== null)) return [];
    const isBounded = cells.some(
      ({ id, stoppedBy }) => (stoppedBy === 'states' || stoppedBy === 'memory') && decidedBy.includes(id),
    );
    const colour = promised && breaksPromise ? 'red' : 'yellow';
    const name = promised ? mark : `${mark.toLowerCase()} (not promised)`;
    const [head = '', ...more] = wrapped('', `${name}: ${clause.id} under ${option}`, width);
    return [
      [
        promised ? paint(colour, mark) + head.slice(mark.length) : head,
        ...more,
        ...promiseLines(clause, width),
        ...wrapped('  Found:   ', reason, width),
        ...(verdict === 'not-complete' && isBounded ? wrapped('  Do:      ', raiseBounds, width) : []),
        ...(story === null ? [] : storyLines(story, width)),
      ],
    ];
  });
}

const raiseBounds = 'raise the bound in quiesce.json, or make the scenario smaller';

function promiseLines({ when, unless, guarantee, place }: Clause, width = pageWidth): readonly string[] {
  return [
    ...(when === null ? [] : wrapped('  When:    ', when, width)),
    ...(unless === null ? [] : wrapped('  Unless:  ', unless, width)),
    ...wrapped('  Then:    ', guarantee, width),
    `  At:      ${place.file}:${place.line}`,
  ];
}

function worthless(clause: Clause, paint: Paint): readonly string[] {
  return [
    `${paint('red', 'WORTHLESS')}: ${clause.id}`,
    ...promiseLines(clause),
    ...wrapped(
      '  Found:   ',
      `nothing can break this clause: no option and no mutant violates ${clause.properties.join(', ')}. Either every implementation keeps it, or the property does not see; a mutant that must break it tells which`,
    ),
  ];
}

function modelError(error: CheckReport['modelErrors'][number], paint: Paint): readonly string[] {
  const { kind, message, place, cells, story } = error;
  const where = place === null ? [] : [`  At:      ${place.file}:${place.line}:${place.column}`];
  return [
    `${paint('red', 'MODEL')}: ${kind === 'failure' ? `the model fails: ${message}` : message}`,
    ...where,
    ...wrapped('  In:      ', cells.join(', ')),
    ...(story === null ? [] : storyLines(story)),
  ];
}

export function storyLines(
  { cell, switches, steps, fewest, table }: ReportedStory,
  width = pageWidth,
): readonly string[] {
  const sure = fewest ? '' : ', and perhaps there is a shorter one';
  const length = `${count(steps, 'step')}, ${count(switches, 'context switch', 'es')}`;
  return [
    ...wrapped('  Run:     ', `in ${cell}, ${length}${sure}`, width),
    '',
    ...table.trimEnd().split('\n'),
  ];
}

function count(number: number, noun: string, ending = 's'): string {
  return `${number} ${noun}${number === 1 ? '' : ending}`;
}
