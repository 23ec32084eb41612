/** The text of an RFC, with an outline and a card in the place of each block. */
import type { Block } from '@quiesce/rfc';
import { anchor, hrefTo, rfcPath } from '../address.js';
import { clauseCard, headingOf } from '../clause/clause-card.js';
import { attributes, type Html, html } from '../html.js';
import { renderMarkdown } from '../markdown/render-markdown.js';
import { objectionCard } from '../objection/objection-card.js';
import { page } from '../page/page.js';
import type { PublishedRfc, PublishedSection } from '../published-rfc.js';
import type { SiteLinks } from '../site-links.js';
import { outline } from './outline.js';
import { rfcHeader } from './rfc-header.js';

export function rfcPage(rfc: PublishedRfc, siteLinks: SiteLinks): string {
  const path = rfcPath(rfc, 'text');
  const links = siteLinks.from(path, rfc);
  const shown = new Set<string>();
  const level = (at: number): number => Math.min((sectionAt(rfc, at)?.level ?? 1) + 1, 6);
  const block = (one: Block): Html => {
    const place = { path, rfc, level: level(one.fence.place.start), links };
    const name = one.id === undefined ? undefined : `${one.kind} ${one.id.value}`;
    const isFirst = name !== undefined && !shown.has(name);
    if (name !== undefined) shown.add(name);
    if (isFirst && one.kind === 'contract') {
      const published = rfc.clauses.find(({ clause }) => clause === one.clause);
      if (published !== undefined) return clauseCard(published, place);
    }
    if (isFirst && one.kind === 'objection' && one.objection !== undefined)
      return objectionCard(one.objection, { ...place, isNote: true });
    return rawBlock(
      rfc,
      one,
      isFirst || name === undefined ? 'could not be read' : 'has a name that stands above',
    );
  };
  const heading = ({ slug, level: own }: PublishedSection, words: Html): Html => {
    const id = anchor('section', slug);
    const link = html`<a class="self" href="${hrefTo(path, path, id)}"><span class="unseen">Link to this section</span></a>`;
    return html`<div class="heading"${attributes({ id })}>${headingOf(own, words)}${link}</div>`;
  };
  const text = renderMarkdown(rfc, { block, heading, ...links });
  return page({
    path,
    title: rfc.rfc.title,
    rfc,
    tab: 'text',
    outline: outline(rfc, path),
    body: html`${rfcHeader(rfc, path)}
<div class="prose">
${text}</div>`,
  });
}

function sectionAt({ sections }: PublishedRfc, offset: number): PublishedSection | undefined {
  return sections.findLast(({ section }) => section.place.start <= offset);
}

/** A block of which no card can be made is shown as it was written. */
function rawBlock({ rfc }: PublishedRfc, { fence, kind }: Block, why: string): Html {
  const { line } = fence.place;
  const text = rfc.source.text.slice(fence.body.start, fence.body.end);
  return html`<figure class="unread"><figcaption>This ${kind} block ${why} (line ${line})</figcaption><pre>${text}</pre></figure>`;
}
