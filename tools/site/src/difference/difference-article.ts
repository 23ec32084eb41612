/**
 * What became of an RFC between two revisions, to read. First how much and what kind, then clause by clause, then the prose. Words tell
 * what colours tell: "weakened", "was", "is now"; and `del` and `ins` are struck through and underlined.
 */
import type { ClauseId } from '@quiesce/contract';
import type { ClauseDifference, RfcDifference } from '@quiesce/rfc';
import { clauseChanges, isSameRfc } from '@quiesce/rfc';
import { type Html, html, joined } from '../html.js';
import { clauseDifference } from './clause-section.js';
import { proseDifference } from './prose-section.js';
import { smallDifferences } from './small-differences.js';

export interface DifferenceOptions {
  /** Of the earlier and the later revision: `v1`, `v2`, `the working copy`. */
  readonly names: { readonly before: string; readonly after: string };
  /** Where a clause of the later revision stands in the site; undefined if nowhere. */
  readonly clauseAddress: (id: ClauseId) => string | undefined;
}

/** What belongs below the heading of the page: from headings of level 2 downwards. */
export function differenceArticle(difference: RfcDifference, options: DifferenceOptions): Html {
  const { before, after } = options.names;
  if (isSameRfc(difference)) return html`<p>${before} and ${after} say the same.</p>`;
  const { clauses, sections } = difference;
  return html`<div class="difference">
${summary(clauses)}
${clauses.length > 0 && html`<h2>Clauses</h2>${clauses.map((one) => clauseDifference(one, options.clauseAddress))}`}
${smallDifferences(difference)}
${sections.length > 0 && html`<h2>Text</h2>${sections.map(proseDifference)}`}
</div>`;
}

function summary(clauses: readonly ClauseDifference[]): Html {
  if (clauses.length === 0) return html`<p>No promise has changed.</p>`;
  const counts = clauseChanges.flatMap((change) => {
    const count = clauses.filter(({ changes }) => changes.includes(change)).length;
    return count === 0 ? [] : [html`<b>${count}</b> ${change}`];
  });
  const lost = clauses.filter(({ loss }) => loss === 'certain').length;
  const unclear = clauses.filter(({ loss }) => loss === 'possible').length;
  return html`<p>${clauses.length === 1 ? '1 clause differs' : `${clauses.length} clauses differ`}: ${joined(counts)}.</p>
<p>${lossText(lost, unclear)}</p>`;
}

function lossText(lost: number, unclear: number): string {
  const inClauses = (count: number): string => `in ${count} ${count === 1 ? 'clause' : 'clauses'}`;
  const words = [
    ...(lost > 0 ? [`Users lose something ${inClauses(lost)}.`] : []),
    ...(unclear > 0
      ? [`Whether users lose something ${inClauses(unclear)} cannot be told from the text.`]
      : []),
  ];
  return words.length === 0 ? 'Users lose nothing.' : words.join(' ');
}
