/** The links of clauses as text: the table of all, one clause with every place, or a far end with its clauses. */
import { displayText, type Place } from '@quiesce/contract';
import type { FarEnd } from '../../trace/far-end.js';
import type { Hunk } from '../../trace/hunk.js';
import { linksOf } from '../../trace/traceability.js';
import type { TracedClause, TracedLink } from '../../trace/traced.js';
import { plural } from './explored.js';
import { renderTable } from './table.js';
import { wrapped } from './wrapped.js';

const columns = ['property', 'patch', 'test', 'thread'] as const;

type Column = (typeof columns)[number];

/** A row for each clause. Columns in which nothing stands are left out of the table, and named below it. */
export function renderTraceTable(traced: readonly TracedClause[]): readonly string[] {
  const links = traced.flatMap(linksOf);
  const isMarked = links.some(({ confirmed }) => confirmed !== 'unconfirmed');
  const used = columns.filter((column) => links.some(({ kind }) => kind === column));
  const cellOf = (one: TracedClause, column: Column): readonly string[] => {
    const own = linksIn(one, column);
    if (own.length > 0)
      return own.map((link) => `${shortName(link)}${isMarked ? marks[link.confirmed] : ''}`);
    return [column === 'property' && one.clause.unchecked !== undefined ? 'unchecked' : '-'];
  };
  const rows = traced.map((one) => [[one.clause.id], ...used.map((column) => cellOf(one, column))]);
  const unused = columns.filter((column) => !used.includes(column)).map((column) => `a ${column}`);
  return [
    ...renderTable({ headings: ['clause', ...used], rows }),
    ...(unused.length === 0 ? [] : ['', `No clause has ${oneOf(unused)}.`]),
    ...(isMarked ? legend(links) : []),
  ];
}

function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

/** How many there are of what: one sentence. */
export function traceSummary(traced: readonly TracedClause[]): readonly string[] {
  const links = traced.flatMap(linksOf);
  const stale = links.filter((link) => link.stale).length;
  const unconfirmed = links.filter(({ confirmed }) => confirmed === 'unconfirmed').length;
  const without = columns.flatMap((column) => {
    const count = traced.filter((one) => isWithout(one, column)).length;
    return count === 0 || count === traced.length ? [] : [`${count} without a ${column}`];
  });
  const state = [
    ...(stale === 0 ? [] : [`${stale} stale`]),
    ...(unconfirmed === 0 ? [] : [`${unconfirmed} never confirmed`]),
  ];
  const ofLinks = state.length === 0 ? '' : ` (${state.join(', ')})`;
  const counts = [plural(traced.length, 'clause'), ...without].join(', ');
  return wrapped('', `${counts}; ${plural(links.length, 'link')}${ofLinks}.`);
}

/** A clause with all of its links, their places, and whether they were confirmed. */
export function renderTracedClause(traced: TracedClause): readonly string[] {
  const absent = columns.filter((column) => isWithout(traced, column));
  return [
    clauseHead(traced),
    ...linkLines(linksOf(traced)),
    ...(absent.length === 0 ? [] : [`  none      ${absent.join(', ')}`]),
  ];
}

/** A clause with those of its links that are stale. */
export function renderStaleClause(traced: TracedClause): readonly string[] {
  return [clauseHead(traced), ...linkLines(linksOf(traced).filter(({ stale }) => stale))];
}

function clauseHead({ clause }: TracedClause): string {
  return `${clause.id}  ${placeText(clause.places.block)}`;
}

export function linkLines(links: readonly TracedLink[]): readonly string[] {
  return links.flatMap((link) => [
    ...wrapped(`  ${link.kind.padEnd(8)}  `, displayText(nameOf(link))),
    ...detailsOf(link).flatMap((detail) => wrapped(blanks, detail)),
  ]);
}

/** A far end with its clauses. */
export function renderFarEnd({ kind, name, place, hunks, links }: FarEnd): readonly string[] {
  const at = place === undefined ? [noModel] : [placeText(place)];
  const where = hunks.length === 0 ? at : hunks.map(hunkText);
  const width = Math.max(0, ...links.map(({ from }) => from.clause.id.length));
  const clauses = links.map(({ from, link }) => {
    const mark = link.stale ? `  (${staleText})` : '';
    return `    ${from.clause.id.padEnd(width)}  ${placeText(from.clause.places.block)}${mark}`;
  });
  return [
    ...wrapped(`${kind.padEnd(8)}  `, displayText(name)),
    ...where.flatMap((text) => wrapped(' '.repeat(10), text)),
    ...(clauses.length === 0 ? ['    no clause'] : clauses),
  ];
}

function placeText({ file, line }: Place): string {
  return `${displayText(file)}:${line}`;
}

function linksIn(traced: TracedClause, column: Column): readonly TracedLink[] {
  return linksOf(traced).filter(({ kind }) => kind === column);
}

/** A clause that says why nothing checks it is not without a property. */
function isWithout(traced: TracedClause, column: Column): boolean {
  if (column === 'property' && traced.clause.unchecked !== undefined) return false;
  return linksIn(traced, column).length === 0;
}

/** Several series may have a patch of one subject. */
function nameOf(link: TracedLink): string {
  return link.kind === 'patch' && link.subject !== '' && link.series === undefined ? link.subject : link.to;
}

/** Of a patch in a series: the series, and the number that git gave it. */
function shortName(link: TracedLink): string {
  if (link.kind !== 'patch' || link.series === undefined) return nameOf(link);
  const number = /(?:^|\/)(\d+)-[^/]*$/.exec(link.file)?.[1];
  return number === undefined ? nameOf(link) : `${link.series}/${number}`;
}

function detailsOf(link: TracedLink): readonly string[] {
  return [...placesOf(link), ...(link.stale ? [staleText] : [])];
}

function placesOf(link: TracedLink): readonly string[] {
  switch (link.kind) {
    case 'property':
      return [
        link.place === undefined ? noModel : placeText(link.place),
        ...(link.namedAt === undefined ? ['the clause does not name it'] : []),
      ];
    case 'patch':
      return [placeText(link.place), ...link.hunks.map(hunkText)];
    case 'test':
      return link.places.length === 0 ? ['it does not name the clause'] : link.places.map(placeText);
    case 'thread':
      return [
        placeText(link.place),
        ...(link.objection === undefined ? [] : [`of the objection ${link.objection}`]),
        ...(link.subject === undefined ? [] : [displayText(link.subject)]),
      ];
  }
}

function hunkText({ path, line, functions, place }: Hunk): string {
  const calls = functions.map((name) => ` ${name}()`).join(',');
  return `${displayText(`${path}:${line}${calls}`)} in ${placeText(place)}`;
}

const blanks = ' '.repeat(12);
const noModel = 'no model that could be read has it';
const staleText = 'stale: the clause has changed since this link was confirmed';
const marks = { confirmed: '', stale: ' !', unconfirmed: ' ?' } as const;

function legend(links: readonly TracedLink[]): readonly string[] {
  const isThere = (state: TracedLink['confirmed']): boolean =>
    links.some(({ confirmed }) => confirmed === state);
  const lines = [
    ...(isThere('stale') ? ['  !  stale: the clause has changed since the link was confirmed'] : []),
    ...(isThere('unconfirmed') ? ['  ?  nobody has confirmed the link'] : []),
  ];
  return lines.length === 0 ? [] : ['', ...lines];
}
