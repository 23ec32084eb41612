/** Traceability: each clause with the properties, patches, tests, threads and objections that it is linked to. */
import { linksOf, type TracedLink } from '@quiesce/conformance';
import type { Place } from '@quiesce/contract';
import { anchor, hrefTo, rfcPath } from '../address.js';
import { type Html, type HtmlValue, html } from '../html.js';
import { page } from '../page/page.js';
import type { PublishedClause, PublishedRfc } from '../published-rfc.js';

export function linksPage(rfc: PublishedRfc): string {
  const path = rfcPath(rfc, 'links');
  const rows = rfc.clauses.filter(({ links }) => links !== undefined);
  const body = html`<h1>Links</h1>
${
  rows.length === 0
    ? html`<p>No links were followed.</p>`
    : html`${summary(rows)}
<div class="scroll links-box" role="region" aria-label="Links" tabindex="0"><table class="links">
<caption class="unseen">What each clause of ${rfc.name} is linked to</caption>
<thead><tr><th scope="col">Clause</th><th scope="col">Properties</th><th scope="col">Patches</th><th scope="col">Tests</th><th scope="col">Threads</th><th scope="col">Objections</th></tr></thead>
<tbody>
${rows.map((row) => tableRow(row, rfc, path))}</tbody></table></div>`
}`;
  return page({ path, title: 'Links', rfc, tab: 'links', width: 'wide', body });
}

function summary(rows: readonly PublishedClause[]): Html {
  const count = (test: (row: PublishedClause) => boolean): number => rows.filter(test).length;
  const stale = rows
    .flatMap(({ links }) => (links === undefined ? [] : linksOf(links)))
    .filter((link) => link.stale);
  return html`<p>Of ${rows.length} clauses, ${count(({ links }) => links!.properties.length > 0)} have a property, ${count(
    ({ links }) => links!.patches.length > 0,
  )} a patch, ${count(({ links }) => links!.tests.length > 0)} a test. ${
    stale.length === 0
      ? 'No link is stale.'
      : html`<strong>${stale.length} links are stale</strong>: their clause has changed since somebody compared it with the far end.`
  }</p>`;
}

function tableRow({ clause, links, objections }: PublishedClause, rfc: PublishedRfc, path: string): Html {
  const { properties = [], patches = [], tests = [], threads = [] } = links ?? {};
  return html`<tr><th scope="row"><a href="${hrefTo(path, rfcPath(rfc, 'text'), anchor('clause', clause.id))}">${clause.id}</a></th><td>${list(properties)}</td><td>${list(patches)}</td><td>${list(tests)}</td><td>${list(threads)}</td><td>${
    objections.length === 0
      ? none
      : html`<ul>${objections.map(({ id, state }) => html`<li><a href="${hrefTo(path, rfcPath(rfc, 'objections'), anchor('objection', id))}">${id}</a> <span class="muted">${state}</span></li>`)}</ul>`
  }</td></tr>
`;
}

const none = html`<span class="muted">none</span>`;

function list(links: readonly TracedLink[]): Html {
  if (links.length === 0) return none;
  return html`<ul>${links.map((link) => html`<li>${farEnd(link)}${link.stale && html` <strong class="stale">stale</strong>`}</li>`)}</ul>`;
}

function farEnd(link: TracedLink): HtmlValue {
  switch (link.kind) {
    case 'property':
      return html`<code>${link.to}</code> ${link.place === undefined ? html`<strong class="stale">not in the model</strong>` : at(link.place)}`;
    case 'patch':
      return html`${link.subject} ${at(link.place)}${link.hunks.map(({ path, functions }) => html`<br><span class="muted">${path}${functions.length > 0 && ` ${functions.map((name) => `${name}()`).join(', ')}`}</span>`)}`;
    case 'test':
      return html`<code>${link.file}</code> ${link.places.map(at)}`;
    case 'thread':
      return html`<code>${link.to}</code>${link.subject !== undefined && html`<br>${link.subject}`}`;
  }
}

function at({ file, line }: Place): Html {
  return html`<span class="muted">${file}:${line}</span>`;
}
