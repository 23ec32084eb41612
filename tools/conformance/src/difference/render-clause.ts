/** What became of a clause, as the lines of an entry. */
import type { ClauseChange } from '@quiesce/rfc';
import type { Behaviour } from '../compare/behaviour.js';
import { renderBehaviour } from '../compare/render-behaviour.js';
import { plural } from '../report/text/explored.js';
import type { Colour } from '../report/text/paint.js';
import { wrapped } from '../report/text/wrapped.js';
import { behaviourLines, wordOf } from './behaviour-lines.js';
import type { ReportedClause } from './difference-report.js';
import { blank, column, label, linesText } from './entry.js';
import { type RunText, renderRuns } from './render-runs.js';

const colours: Readonly<Record<ClauseChange | 'cannot tell', Colour>> = {
  removed: 'red',
  weakened: 'red',
  changed: 'yellow',
  'cannot tell': 'yellow',
  strengthened: 'green',
  added: 'green',
  renamed: 'bold',
  reworded: 'dim',
  relinked: 'dim',
};

export function renderClause(
  clause: ReportedClause,
  behaviour: Behaviour | undefined,
  text: RunText,
): readonly string[] {
  const { id, changes, before, after, reasons, fields } = clause;
  const word = changes[0]!;
  const also = changes.slice(1).map((change) => `also ${change}`);
  const head = `${text.paint(colours[word], word)}${' '.repeat(Math.max(1, column - word.length))}`;
  const promise = after === null ? before : before === null ? after : null;
  return [
    `${head}${text.paint('bold', id)} (${[linesText(before, after), ...also].join('; ')})`,
    ...(promise === null ? [] : wrapped(`${blank}Then: `, promise.guarantee)),
    ...reasons.flatMap((reason) => wrapped(`${blank}* `, reason)),
    ...fields.filter(isShown).flatMap(({ key, runs }) => renderRuns(`${blank}${key}: `, runs, text)),
    ...behaviourLines(behaviour, clause, blank),
  ];
}

function renderAlone(behaviour: Behaviour, { paint }: RunText): readonly string[] {
  const word = wordOf(behaviour);
  const head = `${paint(colours[word], word)}${' '.repeat(Math.max(1, column - word.length))}`;
  return [
    `${head}${paint('bold', behaviour.clause)} (its text is the same, its property is not)`,
    ...renderBehaviour(behaviour, blank),
  ];
}

/** Of clauses whose text is the same, and which could not be compared for one reason. */
export function renderAlike(behaviours: readonly Behaviour[], text: RunText): readonly string[] {
  const [first] = behaviours;
  if (first === undefined || behaviours.length === 1)
    return first === undefined ? [] : renderAlone(first, text);
  const word = wordOf(first);
  const [line = '', ...lines] = wrapped(
    label(word),
    `${plural(behaviours.length, 'clause')}: ${behaviours.map(({ clause }) => clause).join(', ')}`,
  );
  return [line.replace(word, text.paint(colours[word], word)), ...lines, ...renderBehaviour(first, blank)];
}

/** Of the others, the reasons have told all there is. */
function isShown({ key, before, after }: ReportedClause['fields'][number]): boolean {
  if (key === 'Option') return false;
  return (before !== null && after !== null) || key === 'When' || key === 'Unless' || key === 'Scope';
}

/** Whether it differs in nothing but that options promise it which only one of the revisions declares. */
export function isOnlyExtended({ fields, changes }: ReportedClause): boolean {
  return (
    changes.length === 1 &&
    fields.length > 0 &&
    fields.every(({ key }) => key === 'Option') &&
    changes[0] === 'reworded'
  );
}

/** Told in one sentence: with every new option most of the clauses differ in this way. */
export function renderExtended(clauses: readonly ReportedClause[]): readonly string[] {
  const ids = clauses.map(({ id }) => id).join(', ');
  const what = 'only in options that one of the revisions does not declare, or in how they are listed';
  return wrapped(label('reworded'), `${plural(clauses.length, 'clause')}, ${what}: ${ids}`);
}
