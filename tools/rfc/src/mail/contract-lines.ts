/**
 * Contract and objection blocks, as they stand: at column 1 and without their fence. Their keys are the syntax of mail
 * headers and trailers, so the fence is all that is Markdown about them. A block runs from its first key to the next empty
 * line; that is how it is found again in a reply.
 */
import type { RootContent } from 'mdast';
import type { Rfc } from '../rfc.js';
import type { Line } from './mail-line.js';

/** Undefined if the node is no such block. */
export function contractLines({ blocks }: Rfc, node: RootContent): readonly Line[] | undefined {
  const block = blocks.find(({ fence }) => fence.node === node);
  if (block === undefined || node.type !== 'code') return undefined;
  const start = block.fence.place.line + 1;
  const clause = block.kind === 'contract' && block.id !== undefined ? { clause: block.id.value } : {};
  return node.value
    .split(/\r\n?|\n/)
    .map((text, index) => ({
      text: text.trimEnd(),
      first: start + index,
      last: start + index,
      ...clause,
    }))
    .filter(({ text }) => text !== '');
}
