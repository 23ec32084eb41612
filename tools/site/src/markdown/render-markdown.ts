/**
 * The text of an RFC as HTML, with something else in the place of its blocks and headings.
 *
 * The Markdown becomes one tree, since footnotes and references reach across it. Then each of its top-level pieces is sanitised and
 * written by itself. Blocks and headings stand at the top level, and are known by the node that they came from: nothing in an RFC
 * can pass itself off as one.
 */
import type { Block, Rfc } from '@quiesce/rfc';
import type { Element, Root, RootContent } from 'hast';
import type { Code, Heading } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype, { defaultHandlers, type Options } from 'remark-rehype';
import { unified } from 'unified';
import { decoded } from '../address.js';
import { type Html, type HtmlValue, html, trustedHtml } from '../html.js';
import type { PublishedRfc, PublishedSection } from '../published-rfc.js';
import { sanitised, userPrefix } from './sanitise.js';
import { type Destinations, idsIn, tidied } from './tidy.js';

export interface MarkdownParts extends Destinations {
  readonly block: (block: Block) => Html;
  /** `words` is what stands in the heading. */
  readonly heading: (section: PublishedSection, words: Html) => Html;
}

export function renderMarkdown({ rfc, sections }: PublishedRfc, parts: MarkdownParts): Html {
  const pieces = piecesOf(rfc, sections);
  if (pieces === undefined) return html`<pre>${rfc.source.text}</pre>`;
  const own = new Set(pieces.flatMap((piece) => ('tree' in piece ? idsIn(piece.tree) : [])));
  const ids = new Set<string>();
  const destinations: Destinations = {
    ofClause: parts.ofClause,
    ofLink: (href) => parts.ofLink(href) ?? ownAnchor(href, own),
  };
  const write = (tree: Root): Html => trustedHtml(writer.stringify(tidied(tree, destinations, ids)));
  const htmlOf = (piece: Piece): HtmlValue => {
    switch (piece.kind) {
      case 'block':
        return parts.block(piece.block);
      case 'heading':
        return parts.heading(piece.section, write(piece.tree));
      case 'title':
        return false;
      case 'text':
        return write(piece.tree);
    }
  };
  return html`${pieces.map(
    (piece) => html`${htmlOf(piece)}
`,
  )}`;
}

type Piece =
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'heading'; readonly section: PublishedSection; readonly tree: Root }
  /** Says again what the page is headed with. */
  | { readonly kind: 'title' }
  | { readonly kind: 'text'; readonly tree: Root };

/** Undefined if the tree is deeper than the stack. */
function piecesOf(rfc: Rfc, sections: readonly PublishedSection[]): readonly Piece[] | undefined {
  const blocks = new Map<Code, Block>(rfc.blocks.map((block) => [block.fence.node, block]));
  const headings = new Map<Heading, PublishedSection>(sections.map((one) => [one.section.node, one]));
  const known = new Set<Heading>(rfc.sections.map(({ node }) => node));
  const pieces = new Map<RootContent, Piece>();
  const handlers: NonNullable<Options['handlers']> = {
    code: (state, node: Code) => {
      const block = blocks.get(node);
      const element = defaultHandlers.code(state, node);
      if (block !== undefined) pieces.set(element, { kind: 'block', block });
      return element;
    },
    heading: (state, node: Heading) => {
      const element = defaultHandlers.heading(state, node);
      if (!known.has(node)) return element;
      const section = headings.get(node);
      const tree = section && sanitised(rootOf(element.children));
      pieces.set(
        element,
        tree === undefined ? { kind: 'title' } : { kind: 'heading', section: section!, tree },
      );
      return element;
    },
  };
  try {
    const tree = unified()
      .use(remarkRehype, { ...settings, handlers })
      .runSync(rfc.tree);
    return tree.children
      .filter((node) => node.type !== 'text' || node.value.trim() !== '')
      .map((node) => pieces.get(node) ?? { kind: 'text', tree: sanitised(rootOf([node])) });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Ids get their prefix when they are sanitised, not twice. */
const settings = { allowDangerousHtml: true, clobberPrefix: '', footnoteLabelTagName: 'h2' } as const;

const writer = unified().use(rehypeStringify, { allowDangerousCharacters: false }).freeze();

function rootOf(children: readonly (RootContent | Element)[]): Root {
  return { type: 'root', children: [...children] };
}

/** A link to an anchor of the RFC's own HTML, or to a footnote. */
function ownAnchor(href: string, ids: ReadonlySet<string>): string | undefined {
  const name = href.startsWith('#') ? decoded(href.slice(1)) : undefined;
  return name !== undefined && ids.has(name) ? `#${encodeURIComponent(userPrefix + name)}` : undefined;
}
