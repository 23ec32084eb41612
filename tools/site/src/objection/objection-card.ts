/** An objection: who says what against which clause, and what became of it. */
import type { Objection } from '@quiesce/contract';
import { anchor, hrefTo, rfcPath } from '../address.js';
import { headingOf } from '../clause/clause-card.js';
import { inlineText, type TextLinks } from '../clause/inline-text.js';
import { attributes, type Html, type HtmlValue, html, joined } from '../html.js';
import type { PublishedRfc } from '../published-rfc.js';

export interface ObjectionPlace {
  readonly path: string;
  readonly rfc: PublishedRfc;
  readonly level: number;
  readonly links: TextLinks;
  /** Shown beside its clause, as well as where it stands: then it has no anchor, and leads there. */
  readonly isNote: boolean;
}

export function objectionCard(objection: Objection, place: ObjectionPlace): Html {
  const { id, from, says, answer, clauses, threads, state } = objection;
  const { path, rfc, level, links, isNote } = place;
  const own = anchor('objection', id);
  const heading = headingOf(
    level,
    html`<a href="${hrefTo(path, rfcPath(rfc, 'objections'), own)}">${id}</a>`,
  );
  const rows: readonly (readonly [string, HtmlValue])[] = [
    ['From', from],
    [
      'Against',
      clauses.length > 0 ? joined(clauses.map((clause) => inlineText(clause, links))) : 'the RFC as a whole',
    ],
    ['Says', inlineText(says, links)],
    ['Answer', answer !== undefined && inlineText(answer, links)],
    ['Thread', threads.length > 0 && joined(threads.map((thread) => html`<code>${thread}</code>`))],
  ];
  return html`<article class="objection"${!isNote && attributes({ id: own })}>
<header>${heading} <span class="state ${state === 'open' ? 'is-open' : 'is-closed'}">${stateText(objection)}</span></header>
<dl class="fields">${rows.map(([name, value]) => value !== false && html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</article>
`;
}

function stateText({ state, by, revision }: Objection): string {
  switch (state) {
    case 'open':
    case 'answered':
    case 'withdrawn':
      return state;
    case 'accepted':
      return revision === undefined ? state : `accepted in revision ${revision}`;
    case 'overruled':
      return by === undefined ? state : `overruled by ${by}`;
  }
}
