/**
 * The fenced blocks of an RFC, and what the contract and objection blocks among them say. A block at column 1 says the
 * same wherever it stands, so one that an earlier text of the file had is moved instead of read.
 */
import {
  type Diagnostic,
  parseClause,
  parseObjection,
  placeOf,
  type SourceText,
  type Span,
  type TextPlace,
  textOf,
} from '@quiesce/contract';
import type { Code, Nodes } from 'mdast';
import { type Container, type Fence, readFence } from './fence.js';
import { movePlaces } from './move-places.js';
import type { Block } from './rfc.js';

interface BlockReading {
  /** Its node is that of the text in which it was first read. */
  readonly fence: Fence;
  /** Undefined if it is neither a contract nor an objection, or does not stand where those are read. */
  readonly block: Block | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** By the text of the block. */
export type BlockMemory = ReadonlyMap<string, BlockReading>;

export interface ReadBlocks {
  readonly fences: readonly Fence[];
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
  readonly memory: BlockMemory;
}

export function readBlocks(
  source: SourceText,
  codes: readonly { readonly node: Code; readonly container: Container | undefined }[],
  spanOf: (node: Nodes) => Span,
  earlier: BlockMemory,
): ReadBlocks {
  const memory = new Map<string, BlockReading>();
  const readings = codes.flatMap(({ node, container }): readonly BlockReading[] => {
    const span = spanOf(node);
    // On the first line a byte order mark may stand before it.
    const isPlain =
      container === undefined && node.position?.start.column === 1 && node.position.start.line > 1;
    if (!isPlain) {
      const reading = readBlock(source, node, span, container);
      return reading === undefined ? [] : [reading];
    }
    const text = textOf(source, span);
    const known = earlier.get(text) ?? memory.get(text);
    const reading =
      known === undefined
        ? readBlock(source, node, span, undefined)
        : moveReading(known, node, placeOf(source, span));
    if (reading === undefined) return [];
    memory.set(text, reading);
    return [reading];
  });
  return {
    fences: readings.map(({ fence }) => fence),
    blocks: readings.flatMap(({ block }) => (block === undefined ? [] : [block])),
    diagnostics: readings.flatMap(({ diagnostics }) => diagnostics),
    memory,
  };
}

/** Undefined if the node is code by indentation. */
function readBlock(
  source: SourceText,
  node: Code,
  span: Span,
  container: Container | undefined,
): BlockReading | undefined {
  const fence = readFence(source, node, span, container);
  if (fence === undefined) return undefined;
  const nothing = { fence, block: undefined, diagnostics: [] };
  if (fence.container !== undefined || fence.indent > 0) return nothing;
  const spans = { block: fence.place, body: fence.body };
  switch (textOf(source, fence.info)) {
    case 'contract': {
      const { id, clause, keys, diagnostics } = parseClause(source, spans);
      return { fence, block: { kind: 'contract', fence, id, clause, keys }, diagnostics };
    }
    case 'objection': {
      const { id, objection, diagnostics } = parseObjection(source, spans);
      return { fence, block: { kind: 'objection', fence, id, objection }, diagnostics };
    }
    default:
      return nothing;
  }
}

/** The reading of the same block at another place. */
function moveReading(reading: BlockReading, node: Code, to: Pick<TextPlace, 'start' | 'line'>): BlockReading {
  const { fence: from, block, diagnostics } = reading;
  const by = { offset: to.start - from.place.start, line: to.line - from.place.line };
  const { node: _, ...places } = from;
  const fence: Fence = { node, ...movePlaces(places, by) };
  if (block === undefined) return { fence, block, diagnostics: movePlaces(diagnostics, by) };
  const { fence: __, ...content } = block;
  return {
    fence,
    block: { ...movePlaces(content, by), fence } as Block,
    diagnostics: movePlaces(diagnostics, by),
  };
}
