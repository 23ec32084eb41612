/** All objections of an RFC: those that are open first, then by what became of them. */
import { type ObjectionState, objectionStates } from '@quiesce/contract';
import { rfcPath } from '../address.js';
import { type Html, html } from '../html.js';
import { page } from '../page/page.js';
import type { PublishedRfc } from '../published-rfc.js';
import type { SiteLinks } from '../site-links.js';
import { objectionCard } from './objection-card.js';

export function objectionsPage(rfc: PublishedRfc, siteLinks: SiteLinks): string {
  const path = rfcPath(rfc, 'objections');
  const links = siteLinks.from(path);
  const seen = new Set<string>();
  const objections = rfc.rfc.objections.filter(({ id }) => !seen.has(id) && seen.add(id));
  const states = (Object.keys(objectionStates) as ObjectionState[]).filter((state) =>
    objections.some((one) => one.state === state),
  );
  const group = (state: ObjectionState): Html => html`<section aria-labelledby="${state}"><h2 id="${state}">${
    state.charAt(0).toUpperCase() + state.slice(1)
  }</h2>
${objections.filter((one) => one.state === state).map((one) => objectionCard(one, { path, rfc, level: 3, links, isNote: false }))}</section>
`;
  const body = html`<h1>Objections</h1>
${
  objections.length === 0
    ? html`<p>No objection stands in this RFC.</p>`
    : html`<p>${states.map((state, index) => `${index > 0 ? ', ' : ''}${objections.filter((one) => one.state === state).length} ${state}`)}.</p>
${states.map(group)}`
}`;
  return page({ path, title: 'Objections', rfc, tab: 'objections', body });
}
