/** A clause as it stands in the text of its RFC: what it promises, what exploration says of it, and what it is linked to. */
import type { Verdict } from '@quiesce/conformance';
import { type Clause, printPropertyLink } from '@quiesce/contract';
import { anchor, clausePath, hrefTo } from '../address.js';
import { type Html, type HtmlValue, html, joined } from '../html.js';
import { objectionCard } from '../objection/objection-card.js';
import type { PublishedClause, PublishedRfc } from '../published-rfc.js';
import { verdictMark } from '../verdict/verdict-mark.js';
import { inlineText, type TextLinks } from './inline-text.js';

export interface CardPlace {
  /** The page that it stands on. */
  readonly path: string;
  readonly rfc: PublishedRfc;
  /** 2 to 6. */
  readonly level: number;
  readonly links: TextLinks;
}

export function clauseCard(published: PublishedClause, place: CardPlace): Html {
  const { clause, objections } = published;
  const { path, rfc, level, links } = place;
  const id = anchor('clause', clause.id);
  const evidence = hrefTo(path, clausePath(rfc, clause.id));
  const heading = headingOf(level, html`<a href="${hrefTo(path, path, id)}">${clause.id}</a>`);
  return html`<article class="clause" id="${id}">
<header>${heading} <span class="keyword">${clause.keyword}</span></header>
${clauseFields(clause, links)}
${staleNote(published)}${verdictGroups(published, place)}
<footer>${linkList(published)}<p class="evidence"><a href="${evidence}">Evidence<span class="unseen"> for ${clause.id}</span></a></p></footer>
${objections.map((objection) => objectionCard(objection, { path, rfc, level: Math.min(level + 1, 6), links, isNote: true }))}</article>`;
}

export function staleNote({ isStale }: PublishedClause): Html | false {
  return (
    isStale &&
    html`<p class="note">What follows was explored for an earlier text of the clause.</p>
`
  );
}

/** The fields that a reader needs, in the order of the block. */
export function clauseFields(clause: Clause, links: TextLinks): Html {
  const { scope, when, unless, guarantee, why, unchecked, was } = clause;
  const text = (value: string | undefined): HtmlValue => value !== undefined && inlineText(value, links);
  const rows: readonly (readonly [string, HtmlValue])[] = [
    ['Was', was.length > 0 && joined(was.map((id) => html`<code>${id}</code>`))],
    ['Scope', scope !== undefined && html`<code>${scope}</code>`],
    ['When', text(when)],
    ['Unless', text(unless)],
    ['Then', withKeyword(guarantee, clause.keyword, links)],
    ['Why', text(why)],
    ['Unchecked', text(unchecked)],
  ];
  return html`<dl class="fields">${rows.map(
    ([name, value]) =>
      value !== false &&
      html`
<div${name === 'Then' && html` class="then"`}><dt>${name}</dt><dd>${value}</dd></div>`,
  )}
</dl>`;
}

function withKeyword(guarantee: string, keyword: string, links: TextLinks): Html {
  const at = guarantee.indexOf(keyword);
  if (at === -1) return inlineText(guarantee, links);
  const before = inlineText(guarantee.slice(0, at), links);
  const after = inlineText(guarantee.slice(at + keyword.length), links);
  return html`${before}<strong class="keyword-in-text">${keyword}</strong>${after}`;
}

/** Who promises it, then all others; in each, the options of one verdict together. */
function verdictGroups({ clause, reported }: PublishedClause, { path, rfc }: CardPlace): Html {
  const declared = (rfc.rfc.declaredOptions ?? []).map(({ value }) => value);
  const all = declared.length > 0 ? declared : (reported?.verdicts.map(({ option }) => option) ?? []);
  const isPromised = (option: string): boolean =>
    clause.options === undefined || clause.options.includes(option);
  const verdictOf = (option: string): Verdict | undefined =>
    reported?.verdicts.find((one) => one.option === option)?.verdict;
  const link = (option: string): Html =>
    verdictOf(option) === undefined
      ? html`<span class="whole">${option}</span>`
      : html`<a class="whole" href="${hrefTo(path, clausePath(rfc, clause.id), anchor('option', option))}">${option}</a>`;
  const row = (label: string, options: readonly string[], promised: boolean): Html | false => {
    if (options.length === 0) return false;
    const found = [...new Set(options.map(verdictOf))];
    return html`
<div class="promise"><dt>${label}</dt>${found.map((verdict) => {
      const own = options.filter((option) => verdictOf(option) === verdict);
      const names =
        own.length === all.length && own.length > 1 ? html`all ${own.length} options` : joined(own.map(link));
      return html`<dd>${verdictMark(verdict ?? 'not-explored', promised)} <span class="options">${names}</span></dd>`;
    })}</div>`;
  };
  return html`<dl class="verdicts">${row('Promised by', all.filter(isPromised), true)}${row(
    'Not promised by',
    all.filter((option) => !isPromised(option)),
    false,
  )}
</dl>`;
}

function linkList({ clause }: PublishedClause): Html | false {
  const { models, code, tests, benches, threads } = clause;
  const rows = [
    ['Model', models.map(printPropertyLink)],
    ['Code', code],
    ['Test', tests],
    ['Bench', benches],
    ['Thread', threads],
  ] as const;
  const written = rows.filter(([, values]) => values.length > 0);
  return (
    written.length > 0 &&
    html`<dl class="far-ends">${written.map(
      ([name, values]) =>
        html`<div><dt>${name}</dt><dd>${joined(values.map((value) => html`<code>${value}</code>`))}</dd></div>`,
    )}</dl>`
  );
}

/** A heading of a level that is known only here. */
export function headingOf(level: number, content: HtmlValue): Html {
  switch (Math.min(Math.max(level, 2), 6)) {
    case 2:
      return html`<h2>${content}</h2>`;
    case 3:
      return html`<h3>${content}</h3>`;
    case 4:
      return html`<h4>${content}</h4>`;
    case 5:
      return html`<h5>${content}</h5>`;
    default:
      return html`<h6>${content}</h6>`;
  }
}
