/** The lines of an RFC, each with what it is part of: a rule about prose does not speak of code. */
import { lineSpan, type SourceText, type Span, textOf } from '@quiesce/contract';
import type { Node, Nodes } from 'mdast';
import type { Rfc } from '../rfc.js';

/**
 *     front-matter   the YAML, with its dashes
 *     fence          a line that opens or closes a fenced block
 *     block          inside a contract or objection block
 *     code           inside any other fence, or indented
 *     html           HTML and comments
 *     prose          all else: paragraphs, headings, lists, tables, blank lines
 */
export type LineKind = 'front-matter' | 'fence' | 'block' | 'code' | 'html' | 'prose';

export interface Line extends Span {
  /** 1-based. */
  readonly number: number;
  /** Without its line ending. */
  readonly text: string;
  readonly kind: LineKind;
}

type NodesOf = <Type extends Nodes['type']>(type: Type) => readonly Extract<Nodes, { type: Type }>[];

export function linesOf(
  { source, fences, blocks }: Rfc,
  nodes: NodesOf,
  spanOf: (node: Node) => Span,
): readonly Line[] {
  const kinds = new Map<number, LineKind>();
  const mark = ({ start, end }: Span, kind: LineKind): void => {
    for (let line = lineAt(source, start); (source.lineStarts[line - 1] ?? end) < end; line += 1)
      kinds.set(line, kind);
  };
  const [first] = nodes('yaml');
  if (first !== undefined) mark(spanOf(first), 'front-matter');
  for (const node of nodes('html')) mark(spanOf(node), 'html');
  for (const node of nodes('code')) mark(spanOf(node), 'code');
  for (const { place, opening, isClosed } of fences) {
    mark(opening, 'fence');
    if (isClosed) kinds.set(place.endLine, 'fence');
  }
  for (const { fence } of blocks) mark(fence.body, 'block');
  return source.lineStarts.map((_start, index): Line => {
    const number = index + 1;
    const span = lineSpan(source, number)!;
    return { ...span, number, text: textOf(source, span), kind: kinds.get(number) ?? 'prose' };
  });
}

/** The 1-based number of the line that an offset is in. */
export function lineAt({ lineStarts }: SourceText, offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
