/**
 * The lines of an RFC, each with what it is part of: a rule about prose does not speak of code.
 *
 * An RFC of 500 clauses has 7,000 lines, and a rule is about few of them. So lines are not walked through: a rule asks for those that
 * match a pattern, which the engine of regular expressions looks for in the whole text at once.
 */
import { lineSpan, type SourceText, type Span, textOf } from '@quiesce/contract';
import type { Node } from 'mdast';
import type { Rfc } from '../rfc.js';
import type { NodesOf } from './nodes.js';

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

export interface Lines {
  readonly count: number;
  /** `number`: 1-based. Outside the file: prose. */
  readonly kindOf: (number: number) => LineKind;
  /** Undefined where there is no such line. */
  readonly line: (number: number) => Line | undefined;
  /** The line that an offset is in. */
  readonly lineAt: (offset: number) => Line;
  /** Those in which the pattern matches, in order, each once; front matter is not among them. It has the flags `gm`. */
  readonly matching: (pattern: RegExp) => readonly Line[];
}

export function linesOf(
  { source, fences, blocks }: Rfc,
  nodes: NodesOf,
  spanOf: (node: Node) => Span,
): Lines {
  const { lineStarts, text } = source;
  const kinds = new Array<LineKind>(lineStarts.length).fill('prose');
  const mark = ({ start, end }: Span, kind: LineKind): void => {
    for (let index = indexAt(source, start); (lineStarts[index] ?? end) < end; index += 1)
      kinds[index] = kind;
  };
  const [first] = nodes('yaml');
  if (first !== undefined) mark(spanOf(first), 'front-matter');
  // What stands in a paragraph with other words makes none of its lines HTML.
  for (const node of nodes('html')) {
    const span = spanOf(node);
    if (isAlone(source, span)) mark(span, 'html');
  }
  for (const node of nodes('code')) mark(spanOf(node), 'code');
  for (const { place, opening, isClosed } of fences) {
    mark(opening, 'fence');
    if (isClosed) kinds[place.endLine - 1] = 'fence';
  }
  for (const { fence } of blocks) mark(fence.body, 'block');

  const kindOf = (number: number): LineKind => kinds[number - 1] ?? 'prose';
  const line = (number: number): Line | undefined => {
    const span = lineSpan(source, number);
    return span === undefined
      ? undefined
      : { ...span, number, text: textOf(source, span), kind: kindOf(number) };
  };
  const lineAt = (offset: number): Line => line(indexAt(source, offset) + 1)!;
  return {
    count: lineStarts.length,
    kindOf,
    line,
    lineAt,
    matching: (pattern) => {
      const found: Line[] = [];
      for (const { index } of text.matchAll(pattern)) {
        const one = lineAt(index);
        if (one.number !== found.at(-1)?.number && one.kind !== 'front-matter') found.push(one);
      }
      return found;
    },
  };
}

/** Whether a span has its lines to itself. */
function isAlone(source: SourceText, { start, end }: Span): boolean {
  const { text, lineStarts } = source;
  const before = text.slice(lineStarts[indexAt(source, start)], start);
  const after = text.slice(end, lineStarts[indexAt(source, end) + 1]);
  return /^[ \t>]*$/.test(before) && after.trim() === '';
}

/** The 0-based index of the line that an offset is in. */
function indexAt({ lineStarts }: SourceText, offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
