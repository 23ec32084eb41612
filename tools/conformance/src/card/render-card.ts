/** A card as text: the clause, its verdicts, its links, its objections, its history. */
import { displayText } from '@quiesce/contract';
import { groupDigits } from '../report/text/explored.js';
import { storyLines } from '../report/text/findings.js';
import { type Grid, type GridCell, renderGrid } from '../report/text/grid.js';
import { promisedColour } from '../report/text/matrix.js';
import { type Paint, painter } from '../report/text/paint.js';
import { linkLines } from '../report/text/render-trace.js';
import { wrapped } from '../report/text/wrapped.js';
import type { LastVerdict } from '../trace/kept-check.js';
import { linksOf } from '../trace/traceability.js';
import { verdictTable } from '../verdict/verdict.js';
import type { ClauseCard, ClauseRevision } from './clause-card.js';
import { keywordMeanings } from './keyword-meaning.js';

export interface CardText {
  readonly colour: boolean;
  /** Also the runs of options that do not promise the clause, and those of MAY. */
  readonly allTraces: boolean;
}

type Lines = readonly string[];

/** Ends with a line feed. */
export function renderCard(card: ClauseCard, { colour, allTraces }: CardText): string {
  const paint = painter(colour);
  const { traced, document, section, text } = card;
  const { clause } = traced;
  const { block } = clause.places;
  const under =
    section === undefined || section === document.title ? '' : `, under "${displayText(section)}"`;
  const sections: readonly Lines[] = [
    [
      `${paint('bold', clause.id)}  ${displayText(block.file)}:${block.line}`,
      ...wrapped(
        '',
        `RFC ${document.number}: ${displayText(document.title)} (revision ${document.revision}, ${document.status})${under}`,
      ),
    ],
    text
      .trimEnd()
      .split(/\r\n|\n|\r/)
      .map((line) => `  ${displayText(line.replaceAll('\t', '    '))}`.trimEnd()),
    wrapped(`${clause.keyword}: `, keywordMeanings[clause.keyword]),
    ...verdictSections(card, allTraces, paint),
    linkSection(card, paint),
    ...objectionSection(card, paint),
    ...historySection(card.history, paint),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function verdictSections(
  { traced, verdict }: ClauseCard,
  allTraces: boolean,
  paint: Paint,
): readonly Lines[] {
  const { unchecked } = traced.clause;
  if (verdict === undefined) {
    const why = unchecked === undefined ? [] : wrapped('Unchecked: ', displayText(unchecked));
    return [[...why, 'Never checked: run quiesce check.']];
  }
  const { verdicts, strength, brokenBy } = verdict.clause;
  if (!verdict.clauseChanged && verdicts.every((one) => one.verdict === 'unchecked')) {
    const reasons = [...new Set(verdicts.map(({ reason }) => reason))];
    return reasons.map((reason) => wrapped('Unchecked: ', displayText(reason)));
  }
  const options = verdicts.filter(({ verdict: one }) => one !== 'not-explored');
  const stories = options.filter(
    ({ promised, story, verdict: one }) =>
      story !== null && (allTraces || (promised && (verdictTable[one].breaksPromise || one === 'deviates'))),
  );
  const power =
    strength === 'worthless' ? 'Nothing can break this clause.' : `Broken by ${brokenBy.join(', ')}.`;
  return [
    asOf(verdict),
    ...(options.length === 0 ? [] : [renderGrid(gridOf(options, verdict.check), paint), reasonsOf(options)]),
    ...(strength === 'worthless' || brokenBy.length > 0 ? [wrapped('', power)] : []),
    ...(allTraces ? untold(options) : []),
    ...stories.map(({ option, story }) => [`Run under ${option}`, ...storyLines(story!)]),
  ];
}

/** A check only searches the runs that it has to show. */
function untold(verdicts: Verdicts): readonly Lines[] {
  const without = verdicts.filter(
    ({ story, verdict }) => story === null && ['fails', 'deviates', 'witnessed', 'always'].includes(verdict),
  );
  if (without.length === 0) return [];
  const names = without.map(({ option }) => option).join(', ');
  return [wrapped('', `No run was told under ${names}: quiesce check --all-traces does.`)];
}

type Verdicts = LastVerdict['clause']['verdicts'];

function gridOf(verdicts: Verdicts, { report }: LastVerdict['check']): Grid {
  const reduced = report.cells.filter((cell) => cell.reduced).map(({ id }) => id);
  return {
    corner: 'option',
    headings: ['verdict', 'memory', 'states', 'search'],
    rows: verdicts.map(({ option, promised, verdict, memoryModels, states, complete, explored }) => {
      const how = explored.some((id) => reduced.includes(id)) ? ', reduced' : '';
      const { mark } = verdictTable[verdict];
      const shown: GridCell = promised
        ? { text: mark, colour: promisedColour(verdict) }
        : { text: `(${mark.toLowerCase()})`, colour: 'dim' };
      return {
        label: option,
        cells: [
          shown,
          { text: memoryModels.length === 0 ? '-' : memoryModels.join(', ') },
          { text: groupDigits(states) },
          complete ? { text: `complete${how}` } : { text: `stopped${how}`, colour: 'yellow' },
        ],
      };
    }),
    align: 'left',
  };
}

/** Each reason once, with the options of which it is said. */
function reasonsOf(verdicts: Verdicts): Lines {
  const reasons = [...new Set(verdicts.map(({ reason }) => reason))];
  const inBrackets = verdicts.some(({ promised }) => !promised);
  const lines = reasons.flatMap((reason) => {
    const own = verdicts.filter((one) => one.reason === reason).map(({ option }) => option);
    return wrapped('  ', `${own.length === verdicts.length ? 'all' : own.join(', ')}: ${reason}`);
  });
  return inBrackets
    ? [...lines, ...wrapped('  ', '(...): the option does not promise the clause; this is for information')]
    : lines;
}

/** Of which check the verdicts are, and what they are worth by now. */
export function asOf({ check, clauseChanged, modelChanged }: LastVerdict): Lines {
  const scope = check.scope === 'core' ? 'of the core' : 'of everything';
  const changed = [...(clauseChanged ? ['the clause'] : []), ...(modelChanged ? ['the model'] : [])];
  const since = changed.length === 0 ? '' : `; ${changed.join(' and ')} changed since: run quiesce check`;
  return wrapped('', `As of the last check, ${scope}${since}`);
}

function linkSection({ traced }: ClauseCard, paint: Paint): Lines {
  const links = linksOf(traced);
  return links.length === 0 ? ['No links.'] : [paint('bold', 'Links'), ...linkLines(links)];
}

function objectionSection({ traced }: ClauseCard, paint: Paint): readonly Lines[] {
  if (traced.objections.length === 0) return [];
  const lines = traced.objections.flatMap(({ id, state, from, says, answer }) => [
    ...wrapped(`  ${state.padEnd(9)}  `, `${id}, from ${displayText(from)}: ${displayText(says)}`),
    ...(answer === undefined ? [] : wrapped(' '.repeat(13), `Answer: ${displayText(answer)}`)),
  ]);
  return [[paint('bold', 'Objections'), ...lines]];
}

function historySection(history: readonly ClauseRevision[], paint: Paint): readonly Lines[] {
  if (history.length === 0) return [];
  const width = Math.max(...history.map(({ id }) => id.length));
  const lines = history.flatMap(({ revision, id, isSent, changes, reasons }, index) => {
    const what = changes.length === 0 ? 'the same' : changes.join(', ');
    const why = reasons.length === 0 ? '' : `: ${reasons.join('; ')}`;
    const isSentBefore = history[index - 1]?.revision === revision;
    const when = `v${revision}${isSent ? '' : isSentBefore ? ', since it was sent' : ', not sent yet'}`;
    return wrapped(`  ${id.padEnd(width)}  `, `${when}: ${what}${displayText(why)}`);
  });
  return [[paint('bold', 'History'), ...lines]];
}
