/** The first page: the RFCs, and how much of each is kept. */

import type { Objection } from '@quiesce/contract';
import { hrefTo, rfcPath, sitePaths } from './address.js';
import { counted } from './clause/counted.js';
import { type Html, html } from './html.js';
import { page } from './page/page.js';
import type { PublishedRfc } from './published-rfc.js';
import { exploredNote, promiseCounts, promiseText } from './rfc/promise-counts.js';

export function indexPage(rfcs: readonly PublishedRfc[]): string {
  const path = sitePaths.index;
  const body = html`<h1>RFCs</h1>
${rfcs.length === 0 ? html`<p>There are none.</p>` : rfcs.map((rfc) => entry(rfc, path))}`;
  return page({ path, title: 'RFCs', body });
}

function entry(rfc: PublishedRfc, path: string): Html {
  const { frontMatter, title } = rfc.rfc;
  return html`<article class="entry">
<p class="kicker">${rfc.name}${frontMatter !== undefined && html`, revision ${frontMatter.revision}, ${frontMatter.status}`}</p>
<h2><a href="${hrefTo(path, rfcPath(rfc, 'text'))}">${title}</a></h2>
<p>${rfc.clauses.length} clauses for ${rfc.rfc.declaredOptions?.length ?? 0} options. ${promiseText(promiseCounts(rfc))}</p>
${exploredNote(rfc)}
<ul class="entry-links"><li><a href="${hrefTo(path, rfcPath(rfc, 'matrix'))}">Matrix<span class="unseen"> of ${rfc.name}</span></a></li><li><a href="${hrefTo(path, rfcPath(rfc, 'objections'))}">${objectionsText(rfc.rfc.objections)}<span class="unseen"> in ${rfc.name}</span></a></li><li><a href="${hrefTo(path, rfcPath(rfc, 'links'))}">Links<span class="unseen"> of ${rfc.name}</span></a></li></ul>
</article>
`;
}

function objectionsText(objections: readonly Objection[]): string {
  if (objections.length === 0) return 'No objections';
  return `${counted(objections.length, 'objection')}, ${objections.filter(({ state }) => state === 'open').length} open`;
}
