/** Markdown to its tree: GitHub's flavour, and front matter. */
import type { Span } from '@quiesce/contract';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export type ParsedMarkdown =
  | { readonly kind: 'tree'; readonly tree: Root }
  /** Nested too deep to be read; `at` is where, as far as that is known. */
  | { readonly kind: 'too-deep'; readonly at: Span };

const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze();

/** More than 100 marks of quotes and lists before the text of a line. */
const tooDeep = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){101}/m;

/**
 * Never throws. The parser's time grows with the square of the depth, and its plug-ins recurse: some 8,000 quote marks
 * in a line take seconds and then end the stack. So depth is bounded first. Emphasis can nest as deep by other means;
 * what then ends the stack is caught.
 */
export function parseMarkdown(text: string): ParsedMarkdown {
  const deep = tooDeep.exec(text);
  if (deep !== null) return { kind: 'too-deep', at: { start: deep.index, end: deep.index + deep[0].length } };
  try {
    return { kind: 'tree', tree: processor.parse(text) };
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'too-deep', at: { start: 0, end: 0 } };
    throw error;
  }
}
