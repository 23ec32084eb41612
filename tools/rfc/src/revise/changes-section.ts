/**
 * The section "Changes in vN" of an RFC: where it stands, and what is in it. Newest first, above the references; its
 * heading is underlined, because a mail loses one that starts with a number sign.
 */
import type { Edit } from '@quiesce/contract';
import { oneSpaced } from '../diff/word-diff.js';
import type { Rfc, Section } from '../rfc.js';
import { type ChangeItem, readItem, type WrittenItem } from './change-items.js';

/** The words before the number in the heading of a list of changes, and the revision that it is about. */
export function changesHeading(
  title: string,
): { readonly word: string; readonly revision: number } | undefined {
  const [, word, digits] = /^changes in (v|version |revision )([1-9][0-9]*)$/i.exec(title) ?? [];
  return word === undefined ? undefined : { word, revision: Number(digits) };
}

const width = 72;

/**
 * The edit that puts the items into the section of the revision, or makes one. What the author wrote there is kept: all
 * that is not about one of `names`, the clauses, options and objections of both revisions.
 */
export function changesEdit(
  rfc: Rfc,
  revision: number,
  items: readonly ChangeItem[],
  names: ReadonlySet<string>,
): Edit {
  const { sections, source } = rfc;
  const own = sections.findIndex(({ title }) => changesHeading(title)?.revision === revision);
  if (own >= 0) {
    const start = sections[own]!.place.end;
    const end = sections[own + 1]?.place.start ?? source.text.length;
    return refilled(source.text, start, end, items, names);
  }
  const next =
    sections.find(({ title }) => changesHeading(title) !== undefined) ?? sections.findLast(isReferences);
  return inserted(rfc, next, headingLines(next, revision), items);
}

function isReferences({ title }: Section): boolean {
  return /^references$/i.test(title);
}

function headingLines(next: Section | undefined, revision: number): string {
  const word = changesHeading(next?.title ?? '')?.word ?? 'v';
  const title = `Changes in ${word}${revision}`;
  return `${title}\n${(next?.depth === 1 ? '=' : '-').repeat(title.length)}\n\n`;
}

function inserted(
  { source: { text } }: Rfc,
  next: Section | undefined,
  head: string,
  items: readonly ChangeItem[],
): Edit {
  const body = `${head}${items.map(({ sentence }) => itemLines(sentence)).join('\n')}\n`;
  const start = next?.place.start ?? text.length;
  // As many blank lines around it as stand above its neighbour; at the end of the file, one above it.
  const gap = /(?:\r\n|\n|\r)*$/.exec(text.slice(0, start))?.[0] ?? '';
  const ends = gap.match(/\r\n|\n|\r/g)?.length ?? 0;
  const edit =
    next === undefined
      ? `${'\n'.repeat(Math.max(0, 2 - ends))}${body}`
      : `${body}${'\n'.repeat(Math.max(1, ends - 1))}`;
  return { start, end: start, text: inLineEndings(edit, text) };
}

/**
 *     heading
 *     -------
 *     <blank>   what stands above the first item, the author's
 *       - item  replaced, but for what the author wrote in it
 *     text      from the first line that is no item, the author's
 */
function refilled(
  text: string,
  start: number,
  end: number,
  items: readonly ChangeItem[],
  names: ReadonlySet<string>,
): Edit {
  const body = text.slice(start, end);
  const trailing = /\s*$/.exec(body)![0];
  const lines = body.slice(0, body.length - trailing.length).split(/\r\n|\n|\r/);
  const isItem = (line: string) => /^ {0,3}[-*+] +\S/.test(line);
  const first = lines.findIndex(isItem);
  const preface = (first < 0 ? lines : lines.slice(0, first)).join('\n').replace(/^(?:[ \t]*\n)+|\s+$/g, '');
  const { texts, rest } = first < 0 ? { texts: [], rest: '' } : itemsIn(lines.slice(first), isItem);
  const written = texts.map((item) => readWritten(item, names));
  const keys = new Set(items.map(({ key }) => key));
  const list = [
    ...items.map(({ key, sentence }) => {
      const own = written.filter((one) => one.key === key);
      const words = [sentence, ...own.map((one) => one.own)].filter((part) => part !== '');
      return [itemLines(words.join(' ')), ...own.flatMap((one) => one.below)].join('\n');
    }),
    ...written.flatMap(({ key, own, below, text: whole }) => {
      if (key === undefined) return [whole];
      if (keys.has(key) || (own === '' && below.length === 0)) return [];
      return [[itemLines(own), ...below].join('\n')];
    }),
  ];
  const parts = [preface, list.join('\n'), rest].filter((part) => part !== '');
  const filled = `\n\n${parts.join('\n\n')}${trailing === '' ? '\n' : ''}`;
  return { start, end: end - trailing.length, text: inLineEndings(filled, text) };
}

interface Written extends WrittenItem {
  /** As it stands in the text. */
  readonly text: string;
  /** Lines of lists and paragraphs inside the item, which are not filled anew. */
  readonly below: readonly string[];
}

function readWritten(text: string, names: ReadonlySet<string>): Written {
  const [first = '', ...others] = text.split('\n');
  const end = others.findIndex((line) => line.trim() === '' || /^ +[-*+] +\S/.test(line));
  const filled = end < 0 ? others : others.slice(0, end);
  const words = oneSpaced([first.replace(/^ {0,3}[-*+] +/, ''), ...filled].join(' '));
  return { ...readItem(words, (word) => names.has(word)), text, below: end < 0 ? [] : others.slice(end) };
}

/** The items as they stand in the text, each with all its lines, and what follows them. */
function itemsIn(
  lines: readonly string[],
  isItem: (line: string) => boolean,
): { readonly texts: readonly string[]; readonly rest: string } {
  const texts: string[] = [];
  for (const [index, line] of lines.entries()) {
    const isAfterBlank = index > 0 && lines[index - 1]!.trim() === '';
    if (isItem(line)) texts.push(line);
    else if (line.trim() === '') continue;
    else if (isAfterBlank && !/^ {2,}/.test(line)) return { texts, rest: lines.slice(index).join('\n') };
    else texts.push(`${texts.pop() ?? ''}\n${isAfterBlank ? '\n' : ''}${line}`);
  }
  return { texts, rest: '' };
}

/** No line starts with what would begin an item inside the item. */
function itemLines(text: string): string {
  const lines: string[] = [];
  let line = '  -';
  for (const word of text.split(/ (?!(?:[-*+]|\d{1,9}[.)])(?: |$))/)) {
    if (line.trim() !== '-' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '   ';
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}

/** In the line endings that the file has. */
function inLineEndings(edit: string, text: string): string {
  const ending = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  return edit.replace(/\r\n|\n|\r/g, ending);
}
