/**
 * What is done to a piece of an RFC when it is harmless: links lead to where things are on the site, images become links, wide
 * things scroll in a box of their own, and headings that are no sections do not stand between those that are.
 */
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { type TextPiece, textPieces } from '../clause/inline-text.js';
import { userPrefix } from './sanitise.js';

export interface Destinations {
  /** An address on the site for a link as it is written; undefined: it leads nowhere here. */
  readonly ofLink: (href: string) => string | undefined;
  /** For a word that is the id of a clause. */
  readonly ofClause: (id: string) => string | undefined;
}

/** `ids` are those of the page so far, and grow: of two elements with one id, the second has none. */
export function tidied(piece: Root, destinations: Destinations, ids: Set<string>): Root {
  const content = (nodes: readonly ElementContent[], inLink: boolean): ElementContent[] =>
    nodes.flatMap((node) => one(node, inLink));
  const one = (node: ElementContent, inLink: boolean): readonly ElementContent[] => {
    if (node.type === 'text') return inLink ? [node] : linkedWords(node, destinations);
    if (node.type !== 'element') return [];
    const element = withUniqueId(node, ids);
    switch (element.tagName) {
      case 'a': {
        const children = content(element.children, true);
        const link = linked(element, destinations);
        return link === undefined || inLink ? children : [{ ...link, children }];
      }
      case 'img':
        return imageAsText(element, inLink);
      case 'input':
        return [checkbox(element)];
      case 'pre':
        return [{ ...element, properties: { ...element.properties, ...boxOf('Code', isWide(element)) } }];
      case 'table': {
        const table = { ...element, children: content(element.children, inLink) };
        return [
          {
            ...division(['scroll'], [table]),
            properties: { className: ['scroll'], ...boxOf('Table', true) },
          },
        ];
      }
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6': {
        const { id } = element.properties;
        const properties = id === undefined ? {} : { id };
        const strong = elementOf('strong', {}, content(element.children, inLink));
        return [elementOf('p', { ...properties, className: ['inner-heading'] }, [strong])];
      }
      default:
        return [{ ...element, children: content(element.children, inLink) }];
    }
  };
  const isContent = (node: RootContent): node is ElementContent =>
    node.type === 'element' || node.type === 'text';
  return { type: 'root', children: content(piece.children.filter(isContent), false) };
}

/** The ids that the RFC's own HTML gives, without the prefix. */
export function idsIn(piece: Root): readonly string[] {
  const ids: string[] = [];
  const waiting: (Root | ElementContent)[] = [piece];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type === 'element' && typeof next.properties['id'] === 'string')
      ids.push(next.properties['id'].slice(userPrefix.length));
    if ('children' in next) waiting.push(...(next.children as ElementContent[]));
  }
  return ids;
}

function withUniqueId(element: Element, ids: Set<string>): Element {
  const { id, ...others } = element.properties;
  if (typeof id !== 'string') return element;
  if (ids.has(id)) return { ...element, properties: others };
  ids.add(id);
  return element;
}

function linked(element: Element, { ofLink }: Destinations): Element | undefined {
  const { href, ...others } = element.properties;
  if (typeof href !== 'string') return 'id' in others ? { ...element, properties: others } : undefined;
  if (isOutside(href)) return { ...element, properties: { ...others, href, rel: ['noreferrer'] } };
  const found = ofLink(href);
  return found === undefined ? undefined : { ...element, properties: { ...others, href: found } };
}

function isOutside(href: string): boolean {
  return /^(?:https?|mailto):/i.test(href);
}

/** No picture is loaded from elsewhere: what it shows is told in words, with its address. */
function imageAsText({ properties: { src, alt } }: Element, inLink: boolean): readonly ElementContent[] {
  const words = typeof alt === 'string' && alt.trim() !== '' ? alt : 'image';
  const text: Text = { type: 'text', value: `[${words}]` };
  if (inLink || typeof src !== 'string' || !isOutside(src)) return [text];
  return [elementOf('a', { href: src, rel: ['noreferrer'] }, [text])];
}

function checkbox({ properties: { checked } }: Element): Element {
  const isDone = checked !== undefined && checked !== false;
  const text: Text = { type: 'text', value: isDone ? '☑' : '☐' };
  return elementOf('span', { role: 'img', ariaLabel: isDone ? 'done' : 'not done' }, [text]);
}

/** A box that may scroll can be reached by the keyboard, and says what it is. */
function boxOf(label: string, mayScroll: boolean): Element['properties'] {
  return mayScroll ? { tabIndex: 0, role: 'group', ariaLabel: label } : {};
}

/** Longer than what a telephone shows of fixed type. */
const longestNarrow = 40;

function isWide(element: Element): boolean {
  return plainText(element)
    .split('\n')
    .some(({ length }) => length > longestNarrow);
}

function plainText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(plainText).join('') : '';
}

/** `detach.answers` in a sentence leads to the clause of that name. */
function linkedWords({ value }: Text, destinations: Destinations): readonly ElementContent[] {
  return textPieces(value).map((piece) => linkedWord(piece, destinations));
}

function linkedWord({ kind, text: value }: TextPiece, { ofClause }: Destinations): ElementContent {
  const text: Text = { type: 'text', value };
  switch (kind) {
    case 'text':
      return text;
    case 'constant':
      return elementOf('span', { className: ['whole'] }, [text]);
    case 'clause': {
      const href = ofClause(value);
      return href === undefined ? text : elementOf('a', { href, className: ['clause-link'] }, [text]);
    }
  }
}

function division(className: string[], children: ElementContent[]): Element {
  return elementOf('div', { className }, children);
}

function elementOf(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
