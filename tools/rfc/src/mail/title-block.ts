/**
 * What stands first: the front matter in words, without YAML. The first line begins with "RFC", so whatever the title is,
 * git does not take it for a header of the mail.
 */
import type { FrontMatterKey } from '../front-matter.js';
import type { Rfc } from '../rfc.js';
import { displayWidth, padTo } from './display-width.js';
import type { Line } from './mail-line.js';
import { layOut } from './wrap.js';

export function titleBlock({ frontMatter, frontMatterPlaces, title }: Rfc, width: number): readonly Line[] {
  const at = (key: FrontMatterKey): { readonly first: number; readonly last: number } => {
    const place = frontMatterPlaces[key];
    return { first: place?.line ?? 1, last: place?.endLine ?? place?.line ?? 1 };
  };
  const words = (text: string, place: { readonly first: number; readonly last: number }) =>
    text
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => ({ text: word, ...place, gap: 1 }));
  const name = frontMatter === undefined ? 'RFC:' : `RFC ${frontMatter.rfc}:`;
  const heading = layOut([{ words: words(`${name} ${title}`, at('title')), isHard: false }], width);
  const rule = '='.repeat(Math.max(4, ...heading.map(({ text }) => displayWidth(text))));
  const head = [...heading, { text: rule, ...at('title') }];
  if (frontMatter === undefined) return head;

  const { revision, status, options, supersedes = [], authors = [], lists = [] } = frontMatter;
  const fields: readonly (readonly [FrontMatterKey, string, string])[] = [
    ['revision', 'Revision', String(revision)],
    ['status', 'Status', status],
    ['authors', 'Authors', authors.join(', ')],
    ['lists', 'Lists', lists.join(', ')],
    ['supersedes', 'Replaces', supersedes.map((number) => `RFC ${number}`).join(', ')],
    ['options', 'Options', options.join(', ')],
  ];
  const label = 10;
  const body = fields.flatMap(([key, field, value]) => {
    if (value === '') return [];
    const lines = layOut([{ words: words(value, at(key)), isHard: false }], width - label);
    return lines.map((line, index) => ({
      ...line,
      text: padTo(index === 0 ? `${field}:` : '', label) + line.text,
    }));
  });
  return [...head, { text: '' }, ...body];
}
