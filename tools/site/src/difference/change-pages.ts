/** What became of an RFC from revision to revision: a list, and a page for each step. */
import { anchor, changePath, hrefTo, rfcPath } from '../address.js';
import { html } from '../html.js';
import { page } from '../page/page.js';
import type { PublishedRfc } from '../published-rfc.js';
import type { SiteFile } from '../site-input.js';
import { differenceArticle } from './difference-article.js';

export function changePages(rfc: PublishedRfc): readonly SiteFile[] {
  const path = rfcPath(rfc, 'changes');
  const steps = rfc.differences.map((difference, index) => ({
    ...difference,
    path: changePath(rfc, index + 1),
  }));
  const list = html`<h1>Changes</h1>
${
  steps.length === 0
    ? html`<p>No earlier revision was kept.</p>`
    : html`<ul>${steps.map((one) => html`<li><a href="${hrefTo(path, one.path)}">From ${one.before} to ${one.after}</a></li>`)}</ul>`
}`;
  return [
    page({ path, title: 'Changes', rfc, tab: 'changes', body: list }),
    ...steps.map(({ path: own, before, after, difference }) => {
      const title = `Changes from ${before} to ${after}`;
      const clauseAddress = (id: string): string | undefined =>
        rfc.clauses.some(({ clause }) => clause.id === id)
          ? hrefTo(own, rfcPath(rfc, 'text'), anchor('clause', id))
          : undefined;
      const article = differenceArticle(difference, { names: { before, after }, clauseAddress });
      return page({
        path: own,
        title,
        rfc,
        tab: 'changes',
        body: html`<h1>${title}</h1>
${article}`,
      });
    }),
  ];
}
