/**
 * The text of an RFC that has just begun: at most 30 lines, and nothing in it has to be deleted. Its one clause is true as
 * it stands, so that everything downstream has something to read from the first minute on.
 */
import { stringify } from 'yaml';

export interface NewRfc {
  readonly number: number;
  /** One line. */
  readonly title: string;
  /** At least one. */
  readonly options: readonly string[];
  readonly authors: readonly string[];
  readonly lists: readonly string[];
}

export function newRfcText({ number, title, options, authors, lists }: NewRfc): string {
  const list = (key: string, items: readonly string[]) =>
    items.length === 0
      ? []
      : [`${key}: ${stringify(items, { collectionStyle: 'flow', flowCollectionPadding: false }).trim()}`];
  const underline = (text: string, mark: string) => mark.repeat(Math.min(72, Math.max(4, text.length)));
  const section = (name: string) => [name, underline(name, '-'), ''];
  const lines = [
    '---',
    `rfc: ${number}`,
    `title: ${stringify(title, { lineWidth: 0 }).trim()}`,
    'revision: 1',
    'status: draft',
    ...list('options', options),
    ...list('authors', authors),
    ...list('lists', lists),
    '---',
    '',
    escaped(title),
    underline(title, '='),
    '',
    ...section('Problem'),
    ...section('The options'),
    ...section('The contract'),
    '```contract',
    `Clause: ${clausePrefix(title)}.draft`,
    'Then:   all of this MAY still change',
    'Why:    It is a draft, and nobody relies on it yet.',
    'Unchecked: it is about this text',
    '```',
  ];
  return `${lines.join('\n')}\n`;
}

/** The title as part of a file name: lower-case letters, digits and dashes. `untitled` if it has none of them. */
export function titleSlug(title: string): string {
  const words =
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  let slug = '';
  for (const word of words) {
    if (slug !== '' && slug.length + 1 + word.length > 60) break;
    slug += `${slug === '' ? '' : '-'}${word}`;
  }
  return slug === '' ? 'untitled' : slug.slice(0, 60);
}

/** Two words of the title that say something, for the first part of an id. */
function clausePrefix(title: string): string {
  const words = titleSlug(title).split('-');
  const long = words.filter((word) => word.length > 2);
  const prefix = (long.length === 0 ? words : long).slice(0, 2).join('-');
  return /^[a-z]/.test(prefix) ? prefix : `rfc-${prefix}`;
}

/** As Markdown that shows the same characters, and is a heading when it is underlined. */
function escaped(title: string): string {
  return title
    .replace(/[\\`*_<~]|&(?=#|\w+;)|\](?=[([:])/g, '\\$&')
    .replace(/(?<=[A-Za-z0-9])\\_(?=[A-Za-z0-9])/g, '_')
    .replace(/^[#+=>|-]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
