/** The report of a difference as plain text: what users lose first, and the prose last. */
import { clauseChanges } from '@quiesce/rfc';
import { type Behaviour, isDoubt, isLoss } from '../compare/behaviour.js';
import { plural } from '../report/text/explored.js';
import { pageWidth } from '../report/text/grid.js';
import { painter } from '../report/text/paint.js';
import { wrapped } from '../report/text/wrapped.js';
import type { DifferenceReport, ReportedClause, ReportedDifference } from './difference-report.js';
import { blank, label, linesText } from './entry.js';
import { isOnlyExtended, renderAlike, renderClause, renderExtended } from './render-clause.js';
import { type RunText, renderLines, renderRuns } from './render-runs.js';
import { shownSafely } from './shown-safely.js';

/** Ends with a line feed; empty if nothing differs. */
export function renderDifference({ differences }: DifferenceReport, colour: boolean): string {
  const text: RunText = { paint: painter(colour), colour, width: pageWidth };
  return differences.map((one) => `${renderOne(shownSafely(one), text).join('\n')}\n`).join('\n');
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
    ...groupedByReason(alone).map((group) => renderAlike(group, text)),
    ...(alike.length === 0 ? [] : [renderExtended(alike)]),
    ...(moved.length === 0
      ? []
      : [moved.flatMap(({ id, from, to }) => wrapped(label('moved'), `${id}, from "${from}" to "${to}"`))]),
    ...objections.map((objection) => renderObjection(objection, text)),
    ...sections.map((section) => renderSection(section, text)),
  ];
  return blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block]));
}

/** In their order; those that could not be compared for one reason stand together. */
function groupedByReason(behaviours: readonly Behaviour[]): readonly (readonly Behaviour[])[] {
  const groups = new Map<string, readonly Behaviour[]>();
  for (const one of behaviours) {
    const key = one.kind === 'not-compared' ? one.reason : `clause ${one.clause}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
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
    ...(behaviour.length === 0 ? [] : wrapped(label('Model'), askedText(behaviour))),
    ...frontMatter.flatMap(({ key, before, after, added, removed }) =>
      key === 'options' || added.length + removed.length === 0
        ? wrapped(label(capital(key)), listChange(added, removed))
        : wrapped(label(capital(key)), `${before.join(', ') || 'none'} -> ${after.join(', ') || 'none'}`),
    ),
    ...(objections.length === 0 ? [] : [`${label('Objections')}${objections.length}`]),
    ...(sections.length === 0 ? [] : wrapped(label('Sections'), sectionCounts(sections))),
  ];
}

function askedText(behaviour: readonly Behaviour[]): string {
  const lost = behaviour.filter(isLoss).length;
  const doubts = behaviour.filter(isDoubt).length;
  const clauses = plural(behaviour.length, 'clause');
  if (doubts === behaviour.length) return `cannot tell what users lose in ${clauses}`;
  return [
    `something else is asked in ${clauses}`,
    ...(lost === 0 ? [] : [`users lose something in ${lost}`]),
    ...(doubts === 0 ? [] : [`cannot tell what they lose in ${doubts}`]),
  ].join('; ');
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

function renderObjection(
  { id, change, before, after, fields }: ReportedDifference['objections'][number],
  text: RunText,
): readonly string[] {
  const says = (after ?? before)?.says ?? '';
  const state = change === 'state' ? `${before?.state} -> ${after?.state}` : (after ?? before)?.state;
  const word = change === 'state' ? 'changed' : change;
  return [
    `${label(word)}objection ${id}, ${state} (${linesText(before, after)})`,
    ...(fields.some(({ key }) => key === 'Says') ? [] : wrapped(`${blank}Says: `, says)),
    // The first line has told the states.
    ...fields
      .filter(({ key }) => key !== 'State')
      .flatMap(({ key, runs }) => renderRuns(`${blank}${key}: `, runs, text)),
  ];
}

function renderSection(section: ReportedDifference['sections'][number], text: RunText): readonly string[] {
  const { title, change, beforeTitle, beforeLine, afterLine, size, paragraphs } = section;
  const name = title === '' ? 'above the first heading' : `"${title}"`;
  const was = change === 'renamed' ? `, which was "${beforeTitle}"` : '';
  const before = beforeLine === null ? null : { line: beforeLine };
  const after = afterLine === null ? null : { line: afterLine };
  const place = before === null && after === null ? '' : ` (${linesText(before, after)})`;
  const counted = change === 'added' || change === 'removed' ? `, ${plural(size, 'paragraph')}` : '';
  return [
    ...wrapped(label(change), `section ${name}${was}${counted}${place}`),
    ...paragraphs.flatMap(({ form, runs }, index) => [
      ...(index === 0 ? [] : ['']),
      ...(form === 'words' ? renderRuns(blank, runs, text) : renderLines(blank, runs, text)),
    ]),
  ];
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
