/**
 * The numbers of references. Those that the author has written, as entries `[1] ...` under "References" or as links
 * with a number for a name, keep their numbers: code and contract blocks may speak of them, and these are sent as they are.
 * Links, images and notes get the numbers that are free, in the order of their first use.
 */
import type { Definition, FootnoteDefinition, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { plainText } from '../markdown-outline.js';
import type { Rfc } from '../rfc.js';
import type { ProseLine, Word } from './wrap.js';

export type Reference =
  | { readonly kind: 'written'; readonly number: number; readonly lines: readonly ProseLine[] }
  | { readonly kind: 'link'; readonly number: number; readonly text: string; readonly line: number }
  | { readonly kind: 'note'; readonly number: number; readonly node: FootnoteDefinition };

export interface References {
  readonly definition: (identifier: string) => Definition | undefined;
  /** The number of what a link leads to. `line`: where it is used. */
  readonly numberOfLink: (url: string, title: string | null | undefined, line: number) => number;
  /** Undefined if the RFC has no such note. */
  readonly numberOfNote: (identifier: string) => number | undefined;
  readonly add: (reference: Reference) => void;
  /** Those that have a number so far, by number. */
  readonly list: () => readonly Reference[];
}

const heading = /^references?$/i;

/** What the registry starts with: the nodes that hold written entries, by the section that they stand in. */
export function entryParagraphs(tree: Root): ReadonlySet<Paragraph> {
  const found = new Set<Paragraph>();
  let isInside = false;
  for (const node of tree.children) {
    if (node.type === 'heading') isInside = heading.test(plainText(node).trim());
    else if (isInside && node.type === 'paragraph' && /^\[\d{1,4}\](?:\s|$)/.test(plainText(node)))
      found.add(node);
  }
  return found;
}

/** Whether a heading has nothing under it but entries. */
export function isEmptyHeading(
  nodes: readonly RootContent[],
  index: number,
  entries: ReadonlySet<Nodes>,
): boolean {
  const node = nodes[index]!;
  if (node.type !== 'heading' || !heading.test(plainText(node).trim())) return false;
  const end = nodes.findIndex((next, at) => at > index && next.type === 'heading');
  const own = nodes.slice(index + 1, end === -1 ? undefined : end);
  return own.every((next) => entries.has(next) || next.type === 'definition');
}

/** A paragraph of entries, cut where a line starts with a number. */
export function splitEntries(lines: readonly ProseLine[]): readonly Reference[] {
  const entries: { kind: 'written'; number: number; lines: ProseLine[] }[] = [];
  for (const line of lines) {
    const number = /^\[(\d{1,4})\]$/.exec(line.words[0]?.text ?? '')?.[1];
    if (number === undefined) entries.at(-1)?.lines.push(line);
    else {
      const words: readonly Word[] = line.words.slice(1);
      entries.push({ kind: 'written', number: Number(number), lines: [{ ...line, words }] });
    }
  }
  return entries;
}

/** A registry for one mail. */
export function openReferences({ tree, source }: Rfc): References {
  const definitions = new Map<string, Definition>();
  const notes = new Map<string, FootnoteDefinition>();
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) notes.set(node.identifier, node);
    if ('children' in node) waiting.push(...node.children.toReversed());
  }
  const taken = new Set(Array.from(source.text.matchAll(/\[(\d{1,4})\]/g), ([, digits]) => Number(digits)));
  const numbers = new Map<string, number>();
  const references = new Map<number, Reference>();
  const add = (reference: Reference): void => {
    if (!references.has(reference.number)) references.set(reference.number, reference);
  };
  const numberFor = (key: string, make: (number: number) => Reference): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    let number = 1;
    while (taken.has(number)) number += 1;
    taken.add(number);
    numbers.set(key, number);
    add(make(number));
    return number;
  };
  for (const definition of definitions.values()) {
    if (!/^\d{1,4}$/.test(definition.identifier)) continue;
    const number = Number(definition.identifier);
    const text = linkText(definition.url, definition.title);
    numbers.set(`link ${text}`, number);
    taken.add(number);
    add({ kind: 'link', number, text, line: definition.position?.start.line ?? 1 });
  }
  return {
    definition: (identifier) => definitions.get(identifier),
    numberOfLink: (url, title, line) => {
      const text = linkText(url, title);
      return numberFor(`link ${text}`, (number) => ({ kind: 'link', number, text, line }));
    },
    numberOfNote: (identifier) => {
      const node = notes.get(identifier);
      if (node === undefined) return undefined;
      return numberFor(`note ${identifier}`, (number) => ({ kind: 'note', number, node }));
    },
    add,
    list: () => [...references.values()].sort((a, b) => a.number - b.number),
  };
}

function linkText(url: string, title: string | null | undefined): string {
  const address = url.replace(/\s/g, encodeURIComponent);
  return title === null || title === undefined || title.trim() === ''
    ? address
    : `${address} (${title.replace(/\s+/g, ' ').trim()})`;
}
