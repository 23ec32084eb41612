/**
 * Markdown to its tree: GitHub's flavour, and front matter. With the result for an earlier text of the same file, only the
 * pieces that changed are parsed again.
 */
import { placeOf, type SourceText, type Span, sourceText } from '@quiesce/contract';
import type { Code, Nodes, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import {
  commonEnds,
  emptyBlock,
  emptyBlockLang,
  joinPieces,
  mayDefine,
  needsGithub,
  type OwnBlock,
  ownBlocksIn,
  type Piece,
  piecesBetween,
} from './markdown-pieces.js';
import type { Distance } from './move-places.js';

export type ParsedMarkdown =
  | { readonly kind: 'tree'; readonly tree: Root; readonly memory: MarkdownMemory }
  /** Nested too deep to be read; `at` is where, as far as that is known. */
  | { readonly kind: 'too-deep'; readonly at: Span };

/** What a later parse of the same file can use; empty where the file could not be parsed in pieces. */
export type MarkdownMemory = readonly ParsedPiece[];

interface ParsedPiece {
  readonly piece: Piece;
  /** Where it starts in the text that the positions of its nodes are about; the line is 1-based. */
  readonly at: Distance;
  readonly nodes: readonly RootContent[];
}

type Point = NonNullable<Nodes['position']>['start'];

const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze();
/** Without what GitHub adds: for text that has none of it, the same tree in two thirds of the time. */
const plainProcessor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze();

/** More than 100 marks of quotes and lists before the text of a line. */
const tooDeep = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){101}/m;

/**
 * Never throws. The parser's time grows with the square of the depth, and its plug-ins recurse: some 8,000 quote marks
 * in a line take seconds and then end the stack. So depth is bounded first. Emphasis can nest as deep by other means;
 * what then ends the stack is caught.
 *
 * Offsets of the tree do not count a byte order mark; lines and columns are those of the file.
 */
export function parseMarkdown(source: SourceText, earlier: MarkdownMemory = []): ParsedMarkdown {
  const deep = tooDeep.exec(source.text);
  if (deep !== null) return { kind: 'too-deep', at: { start: deep.index, end: deep.index + deep[0].length } };
  try {
    return parseInPieces(source, earlier) ?? { kind: 'tree', tree: processor.parse(source.text), memory: [] };
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'too-deep', at: { start: 0, end: 0 } };
    throw error;
  }
}

/** Undefined if there is nothing that looks like a block, or if something does and may be none. */
function parseInPieces(source: SourceText, earlier: MarkdownMemory): ParsedMarkdown | undefined {
  const mark = source.text.startsWith('\ufeff') ? 1 : 0;
  const text = source.text.slice(mark);
  const pointAt = (offset: number): Point => {
    const { line, column } = placeOf(source, { start: offset + mark, end: offset + mark });
    return { line, column: line === 1 ? column - mark : column, offset };
  };
  const blocks = ownBlocksIn(text);
  if (blocks.length === 0) return undefined;
  const pieces = piecesBetween(text, blocks);
  const { head, tail } = unchanged(
    earlier.map(({ piece }) => piece),
    pieces,
  );
  const changed = pieces.slice(head, pieces.length - tail);
  const read = parsePieces(changed);
  if (read === undefined) return undefined;
  const memory = pieces.map((piece, index) => {
    const parsed =
      index < head
        ? earlier[index]!
        : (read[index - head] ?? earlier[earlier.length - pieces.length + index]!);
    return moveTo(piece, { offset: piece.start, line: pointAt(piece.start).line }, parsed);
  });
  if (isOpen(memory[0]!)) return undefined;
  const children = memory.flatMap(({ nodes }, index) => {
    const block = blocks[index];
    return block === undefined ? nodes : [...nodes, codeOf(block, text, pointAt)];
  });
  const position = { start: pointAt(0), end: pointAt(text.length) };
  return { kind: 'tree', tree: { type: 'root', children, position }, memory };
}

/** How many pieces at both ends of the file mean what they meant; a definition in one changes what others mean. */
function unchanged(
  before: readonly Piece[],
  after: readonly Piece[],
): { readonly head: number; readonly tail: number } {
  return before.some(mayDefine) || after.some(mayDefine) ? { head: 0, tail: 0 } : commonEnds(before, after);
}

/** Front matter that is open at the end of its piece: a line in a later block, or after it, could close it. */
function isOpen({ piece, nodes }: ParsedPiece): boolean {
  return piece.text.startsWith('---') && nodes[0]?.type !== 'yaml';
}

/** Undefined if one of the blocks beside the pieces is none. Positions are those of texts of their own. */
function parsePieces(pieces: readonly Piece[]): readonly ParsedPiece[] | undefined {
  // A definition and what refers to it have to be parsed together.
  if (pieces.some(mayDefine)) return parseRun(pieces, processor);
  const github = pieces.filter(needsGithub);
  const plain = pieces.filter((piece) => !needsGithub(piece) && /[^ \t\r\n]/.test(piece.text));
  const runs = [parseRun(github, processor), parseRun(plain, plainProcessor)];
  if (runs.includes(undefined)) return undefined;
  const parsed = new Map(runs.flatMap((run = []) => run.map((one) => [one.piece.start, one] as const)));
  return pieces.map((piece) => parsed.get(piece.start) ?? { piece, at: { offset: 0, line: 1 }, nodes: [] });
}

/** In the order of the file, with or without others between them. */
function parseRun(
  pieces: readonly Piece[],
  markdown: typeof processor | typeof plainProcessor,
): readonly ParsedPiece[] | undefined {
  if (pieces.length === 0) return [];
  const { text, starts } = joinPieces(pieces);
  const source = sourceText('', text);
  const bounds = [...starts, text.length];
  const isStart = pieces[0]!.isFirst;
  const nodes = markdown.parse(text).children;
  const parsed: ParsedPiece[] = [];
  let next = 0;
  const takeBlock = (start: number): boolean => {
    const node = nodes[next];
    next += 1;
    return (
      node?.type === 'code' &&
      node.lang === emptyBlockLang &&
      node.position?.start.offset === start &&
      node.position.end.offset === start + emptyBlock.length
    );
  };
  if (!isStart && !takeBlock(0)) return undefined;
  for (const [index, piece] of pieces.entries()) {
    const start = starts[index]!;
    const end = start + piece.text.length;
    const own: RootContent[] = [];
    for (let node = nodes[next]; node !== undefined && startOf(node) < end; node = nodes[next]) {
      own.push(node);
      next += 1;
    }
    if (end < bounds[index + 1]! && !takeBlock(end)) return undefined;
    const { line } = placeOf(source, { start, end: start });
    parsed.push({ piece, at: { offset: start, line }, nodes: own });
  }
  return next === nodes.length ? parsed : undefined;
}

function startOf(node: RootContent): number {
  return node.position?.start.offset ?? 0;
}

/** The nodes of a piece, as they are when it starts at another place. No node stands on the line of its start. */
function moveTo(piece: Piece, to: Distance, { at, nodes }: ParsedPiece): ParsedPiece {
  const by = { offset: to.offset - at.offset, line: to.line - at.line };
  const moved = by.offset === 0 && by.line === 0 ? nodes : nodes.map((node) => moveNode(node, by));
  return { piece, at: to, nodes: moved };
}

function moveNode<Kind extends Nodes>(node: Kind, by: Distance): Kind {
  const position = node.position && {
    start: movePoint(node.position.start, by),
    end: movePoint(node.position.end, by),
  };
  const children =
    'children' in node ? { children: node.children.map((child) => moveNode(child as Nodes, by)) } : {};
  return { ...node, ...children, ...(position === undefined ? {} : { position }) };
}

function movePoint({ line, column, offset = 0 }: Point, by: Distance): Point {
  return { line: line + by.line, column, offset: offset + by.offset };
}

/** A block as the parser gives it. */
function codeOf(block: OwnBlock, text: string, pointAt: (offset: number) => Point): Code {
  const body = text.slice(block.bodyStart, block.bodyEnd);
  return {
    type: 'code',
    lang: block.lang,
    meta: null,
    value: body.replace(/(?:\r\n|\n|\r)$/, '').replaceAll('\0', '\ufffd'),
    position: { start: pointAt(block.start), end: pointAt(block.end) },
  };
}
