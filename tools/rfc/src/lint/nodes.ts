/** One walk over the Markdown tree, without recursion: a tree may be deeper than the stack. */
import type { Nodes, Root } from 'mdast';

/** The nodes of one type, at any depth, in the order of the text. */
export type NodesOf = <Type extends Nodes['type']>(type: Type) => readonly Extract<Nodes, { type: Type }>[];

/** The nodes by their type, each list in the order of the text. */
export function nodesOf(tree: Root): ReadonlyMap<string, readonly Nodes[]> {
  const byType = new Map<string, Nodes[]>();
  const waiting: Nodes[] = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const list = byType.get(node.type);
    if (list === undefined) byType.set(node.type, [node]);
    else list.push(node);
    if (!('children' in node)) continue;
    for (let index = node.children.length - 1; index >= 0; index -= 1) waiting.push(node.children[index]!);
  }
  return byType;
}
