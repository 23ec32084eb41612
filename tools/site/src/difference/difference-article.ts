/** What became of an RFC between two revisions, to read. */
import type { ClauseId } from '@quiesce/contract';
import type { RfcDifference } from '@quiesce/rfc';
import { type Html, html } from '../html.js';

export interface DifferenceOptions {
  /** Of the earlier and the later revision: `v1`, `v2`, `the working copy`. */
  readonly names: { readonly before: string; readonly after: string };
  /** Where a clause of the later revision stands in the site; undefined if nowhere. */
  readonly clauseAddress: (id: ClauseId) => string | undefined;
}

/** What belongs below the heading of the page: from headings of level 2 downwards. */
export function differenceArticle(difference: RfcDifference, { names }: DifferenceOptions): Html {
  return html`<p>${difference.clauses.length} clauses differ between ${names.before} and ${names.after}.</p>`;
}
