/** A part of an RFC: some clauses, each under its heading, with the objections against them. */
import type { ClauseId } from '@quiesce/contract';
import type { RootContent } from 'mdast';
import type { Rfc } from '../rfc.js';

/** Blocks of the top level, in the order of the file. */
export function selectBlocks({ tree, blocks }: Rfc, clauses: readonly ClauseId[]): readonly RootContent[] {
  const wanted = new Set<RootContent>(
    blocks
      .filter((block) =>
        block.kind === 'contract'
          ? block.id !== undefined && clauses.includes(block.id.value)
          : block.objection?.clauses.some((id) => clauses.includes(id)) === true,
      )
      .map(({ fence }) => fence.node),
  );
  let heading: RootContent | undefined;
  return tree.children.flatMap((node) => {
    if (node.type === 'heading') heading = node;
    if (!wanted.has(node)) return [];
    const above = heading;
    heading = undefined;
    return above === undefined ? [node] : [above, node];
  });
}
