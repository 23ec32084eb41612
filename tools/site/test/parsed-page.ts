/** A page as a browser reads it. */
import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';

export interface ParsedPage {
  readonly tree: Root;
  /** In the order of the page; of a template, none. */
  readonly elements: readonly Element[];
  /** What the HTML standard calls parse errors. */
  readonly errors: readonly string[];
}

export function parsedPage(text: string, fragment = false): ParsedPage {
  const file = new VFile({ value: text });
  const tree = unified().use(rehypeParse, { emitParseErrors: true, fragment }).parse(file);
  return {
    tree,
    elements: elementsOf(tree),
    errors: file.messages.map(({ reason, line }) => `${line}: ${reason}`),
  };
}

export function textOf(node: Root | Element | Root['children'][number]): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function elementsOf(node: Root | Element): readonly Element[] {
  return node.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsOf(child)] : []));
}
