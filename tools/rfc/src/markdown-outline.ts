/** One walk over the tree for all that an RFC needs of it. Without recursion: a tree may be deeper than the stack. */
import type { Code, Heading, Nodes, Root } from 'mdast';
import type { Container } from './fence.js';

export interface Outline {
  readonly headings: readonly Heading[];
  readonly codes: readonly { readonly node: Code; readonly container: Container | undefined }[];
}

/** The headings of the top level and the code blocks of any level, both in the order of the text. */
export function outlineOf(tree: Root): Outline {
  const codes: { node: Code; container: Container | undefined }[] = [];
  const waiting: { node: Nodes; container: Container | undefined }[] = [{ node: tree, container: undefined }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node } = next;
    if (node.type === 'code') codes.push({ node, container: next.container });
    if (!('children' in node)) continue;
    const container = containerOf(node) ?? next.container;
    for (const child of node.children.toReversed()) waiting.push({ node: child, container });
  }
  return { headings: tree.children.filter((node) => node.type === 'heading'), codes };
}

/** The text of a node and all in it, without marks. */
export function plainText(node: Nodes): string {
  const pieces: string[] = [];
  const waiting: Nodes[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('value' in next) pieces.push(next.value);
    else if ('children' in next) waiting.push(...next.children.toReversed());
  }
  return pieces.join('');
}

function containerOf(node: Nodes): Container | undefined {
  switch (node.type) {
    case 'blockquote':
      return 'quote';
    case 'listItem':
      return 'list';
    case 'footnoteDefinition':
      return 'footnote';
    default:
      return undefined;
  }
}
