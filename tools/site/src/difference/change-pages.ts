/** What became of an RFC from revision to revision: a list, and a page for each step. */
import { anchor, changePath, hrefTo, rfcPath } from '../address.js';
import { html } from '../html.js';
import { page } from '../page/page.js';
import type { PublishedRfc } from '../published-rfc.js';
import type { SiteDifference } from '../site-input.js';
import { differenceArticle } from './difference-article.js';

export function changesPage(rfc: PublishedRfc): string {
  const path = rfcPath(rfc, 'changes');
  const body = html`<h1>Changes</h1>
${
  rfc.differences.length === 0
    ? html`<p>No earlier revision was kept.</p>`
    : html`<ul>${rfc.differences.map(
        ({ before, after }, index) =>
          html`<li><a href="${hrefTo(path, changePath(rfc, index + 1))}">From ${before} to ${after}</a></li>`,
      )}</ul>`
}`;
  return page({ path, title: 'Changes', rfc, tab: 'changes', body });
}

/** `number` counts from 1. */
export function changePage(
  rfc: PublishedRfc,
  { before, after, difference }: SiteDifference,
  number: number,
): string {
  const path = changePath(rfc, number);
  const title = `Changes from ${before} to ${after}`;
  const clauseAddress = (id: string): string | undefined =>
    rfc.clauses.some(({ clause }) => clause.id === id)
      ? hrefTo(path, rfcPath(rfc, 'text'), anchor('clause', id))
      : undefined;
  const article = differenceArticle(difference, { names: { before, after }, clauseAddress });
  const body = html`<h1>${title}</h1>
${article}
<p class="muted">This compares the texts. What became of the verdicts is told by <code>quiesce diff</code>, which explores both.</p>`;
  return page({ path, title, rfc, tab: 'changes', body });
}
