/**
 * The contract view of an RFC: what it promises and who promises it, section by section, and nothing else. No line is longer than 72
 * columns but where a name is, so that it can be quoted in a mail.
 */
import { type Clause, displayText, isPromisedBy } from '@quiesce/contract';
import { letterOf, promisedColour } from '../report/text/matrix.js';
import { type Paint, painter } from '../report/text/paint.js';
import { wrapped } from '../report/text/wrapped.js';
import type { LastVerdict } from '../trace/kept-check.js';
import type { TracedDocument } from '../trace/traced.js';
import { type Verdict, verdicts, verdictTable } from '../verdict/verdict.js';

export interface ShortView {
  readonly document: TracedDocument;
  /** In the order of the file. */
  readonly sections: readonly { readonly title: string; readonly clauses: readonly Clause[] }[];
  /** What the last check said of a clause. */
  readonly verdictOf: (clause: Clause) => LastVerdict | undefined;
}

const width = 72;

/** Ends with a line feed. */
export function renderShort({ document, sections, verdictOf }: ShortView, colour: boolean): string {
  const paint = painter(colour);
  const options = document.options.map(({ value }) => value);
  const { number, title, revision, status, clauses } = document;
  const checked = clauses.map(verdictOf);
  const blocks = sections
    .filter((section) => section.clauses.length > 0)
    .map((section) => [
      paint('bold', displayText(section.title)),
      ...section.clauses.flatMap((clause, index) => [
        ...scopeLines(clause, section.clauses[index - 1]),
        ...clauseLines(clause, options, verdictOf(clause), paint),
      ]),
    ]);
  const all = [
    [
      ...wrapped('', `RFC ${number}: ${displayText(title)} (revision ${revision}, ${status})`, width),
      ...wrapped('', `${countText(clauses)}.`, width),
    ],
    legend(options, checked),
    ...blocks,
  ];
  return `${all.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** What the clauses below are about: said once for all that follow each other. */
function scopeLines({ scope }: Clause, above: Clause | undefined): readonly string[] {
  if (above !== undefined && scope === above.scope) return [];
  const lines = wrapped('  ', `${displayText(scope ?? 'in general')}:`, width);
  if (above === undefined) return scope === undefined ? [] : lines;
  return ['', ...lines];
}

/** The id with a mark for each option, then the guarantee, its condition and its exception, each from a line of its own. */
function clauseLines(
  clause: Clause,
  options: readonly string[],
  verdict: LastVerdict | undefined,
  paint: Paint,
): readonly string[] {
  const marks = options.map((option) => markOf(clause, option, verdict, paint)).join('');
  const changed = verdict?.clauseChanged === true || verdict?.modelChanged === true ? ' *' : '';
  const room = width - 2 - options.length - changed.length;
  const head = `  ${clause.id.padEnd(Math.max(0, room - 2))}  ${marks}${changed}`;
  return [
    head,
    ...wrapped('    ', displayText(clause.guarantee), width),
    ...(clause.when === undefined ? [] : wrapped('    when ', displayText(clause.when), width)),
    ...(clause.unless === undefined ? [] : wrapped('    unless ', displayText(clause.unless), width)),
  ];
}

/** A capital letter for who promises it, a small one for who does not; without a check, who promises it. */
function markOf(clause: Clause, option: string, last: LastVerdict | undefined, paint: Paint): string {
  const promised = isPromisedBy(clause, option);
  const found = last?.clause.verdicts.find((one) => one.option === option);
  if (found === undefined) return promised ? 'x' : '.';
  const letter = letterOf(found.verdict);
  if (found.verdict === 'not-explored') return promised ? 'x' : '.';
  return promised ? paint(promisedColour(found.verdict), letter) : paint('dim', letter.toLowerCase());
}

function countText(clauses: readonly Clause[]): string {
  const keywords = [...new Set(clauses.map(({ keyword }) => keyword))];
  const counts = keywords.map(
    (keyword) => `${clauses.filter((one) => one.keyword === keyword).length} ${keyword}`,
  );
  return `${clauses.length} ${clauses.length === 1 ? 'clause' : 'clauses'}${counts.length === 0 ? '' : `: ${counts.join(', ')}`}`;
}

function legend(
  options: readonly string[],
  checked: readonly (LastVerdict | undefined)[],
): readonly string[] {
  const shown = checked.flatMap((one) => one?.clause.verdicts ?? []);
  const used = verdicts.filter(
    (verdict) => verdict !== 'not-explored' && shown.some((one) => one.verdict === verdict),
  );
  const isBare = checked.some(
    (one) => one === undefined || one.clause.verdicts.some(({ verdict }) => verdict === 'not-explored'),
  );
  const isOld = checked.some((one) => one?.clauseChanged === true || one?.modelChanged === true);
  return [
    ...wrapped('Marks: ', `one for each option, in this order: ${options.join(', ')}.`, width),
    ...used.flatMap((verdict) => wrapped(`  ${letterOf(verdict)}  `, wordsOf(verdict), width)),
    ...(used.length === 0 ? [] : wrapped('  ', 'small: the option does not promise it', width)),
    ...(isBare ? wrapped('  x  ', 'promised, and not checked; a dot: not promised', width) : []),
    ...(isOld ? wrapped('  *  ', 'the clause or the model has changed since the last check', width) : []),
  ];
}

function wordsOf(verdict: Verdict): string {
  const { mark, meaning } = verdictTable[verdict];
  return `${mark}: ${meaning}`;
}
