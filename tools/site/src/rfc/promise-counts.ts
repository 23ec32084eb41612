/** How many of an RFC's promises are kept: each clause counts once for each option that promises it. */
import { type Verdict, verdicts, verdictTable } from '@quiesce/conformance';
import { type Html, html, joined } from '../html.js';
import type { PublishedRfc } from '../published-rfc.js';

export interface PromiseCounts {
  readonly clauses: number;
  /** That nothing checks. */
  readonly unchecked: number;
  /** Those that were judged, by verdict; only verdicts that were given, in the order of the table. */
  readonly judged: readonly { readonly verdict: Verdict; readonly count: number }[];
}

export function promiseCounts({ clauses }: Pick<PublishedRfc, 'clauses'>): PromiseCounts {
  const promised = clauses.flatMap(({ reported }) => reported?.verdicts.filter((one) => one.promised) ?? []);
  const judged = verdicts
    .filter((verdict) => verdictTable[verdict].countedAs !== null)
    .map((verdict) => ({ verdict, count: promised.filter((one) => one.verdict === verdict).length }))
    .filter(({ count }) => count > 0);
  const unchecked = clauses.filter(({ clause }) => clause.models.length === 0).length;
  return { clauses: clauses.length, unchecked, judged };
}

/** `120 promises were explored: 118 hold, 2 FAIL.` */
export function promiseText({ clauses, unchecked, judged }: PromiseCounts): Html {
  const total = judged.reduce((sum, { count }) => sum + count, 0);
  const kept = judged
    .filter(({ verdict }) => verdictTable[verdict].countedAs === 'kept')
    .reduce((sum, { count }) => sum + count, 0);
  const others = judged.filter(({ verdict }) => verdictTable[verdict].countedAs !== 'kept');
  const besides = unchecked === 0 ? '' : ` ${unchecked} of ${clauses} clauses are checked by nothing.`;
  if (total === 0) return html`No promise was explored.${besides}`;
  const lost = others.map(({ verdict, count }) => `, ${count} ${verdictTable[verdict].mark}`);
  return html`${total} promises were explored: <strong>${kept} are kept</strong>${lost}.${besides}`;
}

/** What the check that stands behind the pages has left out. */
export function exploredNote({ check }: PublishedRfc): Html | false {
  if (check === undefined) return html`<p class="note">No model was explored for this RFC.</p>`;
  const { rest, whole, selection } = check.report;
  if (rest !== null && rest.options.length > 0)
    return html`<p class="note">Only the core was explored. Not explored: ${joined(rest.options.map((option) => html`<span class="whole">${option}</span>`))}.</p>`;
  return (
    !whole &&
    html`<p class="note">Not all was explored${selection.length > 0 && `: ${selection.join(', ')}`}.</p>`
  );
}
