/** The report of a difference as plain text: what users lose first, and the prose last. */
import { type ClauseChange, clauseChanges } from '@quiesce/rfc';
import { type Behaviour, isLoss } from '../compare/behaviour.js';
import { renderBehaviour } from '../compare/render-behaviour.js';
import { plural } from '../report/text/explored.js';
import { pageWidth } from '../report/text/grid.js';
import { type Colour, painter } from '../report/text/paint.js';
import { wrapped } from '../report/text/wrapped.js';
import { behaviourLines, wordOf } from './behaviour-lines.js';
import type { DifferenceReport, ReportedClause, ReportedDifference } from './difference-report.js';
import { type RunText, renderLines, renderRuns } from './render-runs.js';

const colours: Readonly<Record<ClauseChange, Colour>> = {
  removed: 'red',
  weakened: 'red',
  changed: 'yellow',
  strengthened: 'green',
  added: 'green',
  renamed: 'bold',
  reworded: 'dim',
  relinked: 'dim',
};

/** Where the text of an entry starts, after its word. */
const column = 14;
const blank = ' '.repeat(column);

/** Ends with a line feed; empty if nothing differs. */
export function renderDifference({ differences }: DifferenceReport, colour: boolean): string {
  const text: RunText = { paint: painter(colour), colour, width: pageWidth };
  return differences.map((one) => `${renderOne(one, text).join('\n')}\n`).join('\n');
}

function renderOne(difference: ReportedDifference, text: RunText): readonly string[] {
  const { clauses, behaviour, moved, objections, sections } = difference;
  const ofClause = ({ id }: ReportedClause) => behaviour.find((one) => one.clause === id);
  const [alike, other] = divide(
    clauses,
    (clause) => isOnlyExtended(clause) && ofClause(clause) === undefined,
  );
  const alone = behaviour.filter(({ clause }) => !clauses.some(({ id }) => id === clause));
  const ordered = clauseChanges.flatMap((change) => other.filter(({ changes }) => changes[0] === change));
  const blocks = [
    [...heading(difference, text), '', ...summaryOf(difference)],
    ...ordered.map((clause) => renderClause(clause, ofClause(clause), text)),
    ...alone.map((one) => renderAlone(one, text)),
    ...(alike.length === 0 ? [] : [extended(alike)]),
    ...(moved.length === 0
      ? []
      : [moved.flatMap(({ id, from, to }) => wrapped(label('moved'), `${id}, from "${from}" to "${to}"`))]),
    ...objections.map((objection) => renderObjection(objection)),
    ...sections.map((section) => renderSection(section, text)),
  ];
  return blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block]));
}

function heading({ rfc, before, after }: ReportedDifference, { paint }: RunText): readonly string[] {
  const title = (after ?? before)?.title ?? '';
  const sideText = (side: ReportedDifference['before']) => {
    if (side === null) return 'nothing';
    const details = [
      ...(side.name === side.file ? [] : [side.file]),
      ...(side.revision === null ? [] : [`revision ${side.revision}`]),
    ];
    return details.length === 0 ? side.name : `${side.name} (${details.join(', ')})`;
  };
  return [
    paint('bold', `${rfc === null ? 'RFC' : `RFC ${rfc}`}: ${title}`),
    `from ${sideText(before)}`,
    `to   ${sideText(after)}`,
  ];
}

function summaryOf({
  clauses,
  behaviour,
  frontMatter,
  objections,
  sections,
}: ReportedDifference): readonly string[] {
  const shown = behaviour.filter(isLoss).length;
  const counts = clauseChanges.flatMap((change) => {
    const count = clauses.filter(({ changes }) => changes.includes(change)).length;
    return count === 0 ? [] : [`${count} ${change}`];
  });
  const certain = clauses.filter(({ loss }) => loss === 'certain').length;
  const possible = clauses.filter(({ loss }) => loss === 'possible').length;
  const loss = [
    ...(certain === 0 ? [] : [`users lose something in ${certain}`]),
    ...(possible === 0 ? [] : [`may lose something in ${possible}`]),
  ];
  return [
    ...(counts.length === 0 ? [] : wrapped(label('Clauses'), [counts.join(', '), ...loss].join('; '))),
    ...(behaviour.length === 0
      ? []
      : wrapped(
          label('Model'),
          `something else is asked in ${plural(behaviour.length, 'clause')}${shown === 0 ? '' : `; users lose something in ${shown}`}`,
        )),
    ...frontMatter.flatMap(({ key, before, after, added, removed }) =>
      key === 'options' || added.length + removed.length === 0
        ? wrapped(label(capital(key)), listChange(added, removed))
        : wrapped(label(capital(key)), `${before.join(', ') || 'none'} -> ${after.join(', ') || 'none'}`),
    ),
    ...(objections.length === 0 ? [] : [`${label('Objections')}${objections.length}`]),
    ...(sections.length === 0 ? [] : wrapped(label('Sections'), sectionCounts(sections))),
  ];
}

function listChange(added: readonly string[], removed: readonly string[]): string {
  const parts = [
    ...(removed.length === 0 ? [] : [`without ${removed.join(', ')}`]),
    ...(added.length === 0 ? [] : [`${added.length} more: ${added.join(', ')}`]),
  ];
  return parts.length === 0 ? 'in another order' : parts.join('; ');
}

function sectionCounts(sections: ReportedDifference['sections']): string {
  return (['removed', 'changed', 'renamed', 'added'] as const)
    .map((change) => [change, sections.filter((section) => section.change === change).length] as const)
    .filter(([, count]) => count > 0)
    .map(([change, count]) => `${count} ${change}`)
    .join(', ');
}

function renderClause(
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
    `${head}${text.paint('bold', id)} (${[linesOf(before, after), ...also].join('; ')})`,
    ...(promise === null ? [] : wrapped(`${blank}Then: `, promise.guarantee)),
    ...reasons.flatMap((reason) => wrapped(`${blank}* `, reason)),
    ...fields.filter(isShown).flatMap(({ key, runs }) => renderRuns(`${blank}${key}: `, runs, text)),
    ...behaviourLines(behaviour, changes, blank),
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

/** Of the others, the reasons have told all there is. */
function isShown({ key, before, after }: ReportedClause['fields'][number]): boolean {
  if (key === 'Option') return false;
  return (before !== null && after !== null) || key === 'When' || key === 'Unless' || key === 'Scope';
}

/** Whether it differs in nothing but that options promise it which only one of the revisions declares. */
function isOnlyExtended({ fields, changes }: ReportedClause): boolean {
  return (
    changes.length === 1 &&
    fields.length > 0 &&
    fields.every(({ key }) => key === 'Option') &&
    changes[0] === 'reworded'
  );
}

/** Told in one sentence: with every new option most of the clauses differ in this way. */
function extended(clauses: readonly ReportedClause[]): readonly string[] {
  const ids = clauses.map(({ id }) => id).join(', ');
  const what = 'only in options that one of the revisions does not declare, or in how they are listed';
  return wrapped(label('reworded'), `${plural(clauses.length, 'clause')}, ${what}: ${ids}`);
}

function renderObjection({
  id,
  change,
  before,
  after,
}: ReportedDifference['objections'][number]): readonly string[] {
  const says = (after ?? before)?.says ?? '';
  const state = change === 'state' ? `${before?.state} -> ${after?.state}` : (after ?? before)?.state;
  const word = change === 'state' ? 'changed' : change;
  return [
    `${label(word)}objection ${id}, ${state} (${linesOf(before, after)})`,
    ...wrapped(`${blank}Says: `, says),
  ];
}

function linesOf(before: { readonly line: number } | null, after: { readonly line: number } | null): string {
  if (before === null) return `line ${after?.line}`;
  return after === null ? `line ${before.line} before` : `line ${before.line} -> ${after.line}`;
}

function renderSection(section: ReportedDifference['sections'][number], text: RunText): readonly string[] {
  const { title, change, beforeTitle, beforeLine, afterLine, size, paragraphs } = section;
  const name = title === '' ? 'above the first heading' : `"${title}"`;
  const was = change === 'renamed' ? `, which was "${beforeTitle}"` : '';
  const before = beforeLine === null ? null : { line: beforeLine };
  const after = afterLine === null ? null : { line: afterLine };
  const place = before === null && after === null ? '' : ` (${linesOf(before, after)})`;
  const counted = change === 'added' || change === 'removed' ? `, ${plural(size, 'paragraph')}` : '';
  return [
    ...wrapped(label(change), `section ${name}${was}${counted}${place}`),
    ...paragraphs.flatMap(({ form, runs }, index) => [
      ...(index === 0 ? [] : ['']),
      ...(form === 'words' ? renderRuns(blank, runs, text) : renderLines(blank, runs, text)),
    ]),
  ];
}

function label(word: string): string {
  return word.padEnd(column);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function divide<Item>(
  list: readonly Item[],
  isFirst: (item: Item) => boolean,
): readonly [readonly Item[], readonly Item[]] {
  return [list.filter(isFirst), list.filter((item) => !isFirst(item))];
}
