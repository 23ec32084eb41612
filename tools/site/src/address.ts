/** Where everything is on the site. Links are relative, so that pages open from a file as well as from a server. */
import type { PublishedRfc } from './published-rfc.js';

/** Paths from the site's folder. */
export const sitePaths = {
  index: 'index.html',
  style: 'site.css',
  script: 'site.js',
  costs: 'costs.html',
} as const;

/** The pages of an RFC, in the order in which they are offered. */
export const rfcPages = ['text', 'matrix', 'objections', 'links', 'changes', 'mail'] as const;

export type RfcPage = (typeof rfcPages)[number];

export function rfcPath({ folder }: PublishedRfc, page: RfcPage): string {
  return `${folder}/${page === 'text' ? 'index' : page}.html`;
}

/** What became of it between two revisions; `number` counts from 1. */
export function changePath({ folder }: PublishedRfc, number: number): string {
  return `${folder}/changes-${number}.html`;
}

/** A clause's evidence. An id is safe in a path: words, dots and dashes. */
export function clausePath({ folder }: PublishedRfc, id: string): string {
  return `${folder}/clause/${id}.html`;
}

/** Ids of one page never meet: each kind has a word of its own, and the RFC's own HTML has `user-content-`. */
export function anchor(kind: 'clause' | 'section' | 'objection' | 'option' | 'run', name: string): string {
  return `${kind}.${name}`;
}

/** From the page at `from` to the file at `to`, and perhaps to an anchor in it. */
export function hrefTo(from: string, to: string, fragment?: string): string {
  const hash = fragment === undefined ? '' : `#${encodeURIComponent(fragment)}`;
  if (from === to && hash !== '') return hash;
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common += 1;
  const up = here.slice(common).map(() => '..');
  return [...up, ...there.slice(common)].map(encodeURIComponent).join('/') + hash;
}

/** The text of a part of an address; as it is, where it is not written well. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
