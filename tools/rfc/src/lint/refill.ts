/**
 * Text that is too wide, filled anew. Only where nothing but the line breaks can change: in a paragraph at the left margin
 * without hard breaks or HTML, and in a field of a contract block, where a continuation is joined by one space. A line is
 * never begun with a word that would start a list, a heading, a quote or worse.
 */
import { type Edit, linesWithin, printField, type Span, textOf } from '@quiesce/contract';
import type { Nodes } from 'mdast';
import { displayWidth } from '../mail/display-width.js';
import { mayStartLine } from '../mail/hazard.js';
import type { RfcContext } from './context.js';
import { lastBefore } from './last-before.js';
import type { Line } from './line.js';

const width = 72;

/** The paragraph that the line is in, filled anew; undefined where that could change more than lines, or changes nothing. */
export function paragraphRefill({ rfc, spanOf }: RfcContext, line: Line): Edit | undefined {
  if (line.kind !== 'prose') return undefined;
  const node = lastBefore(rfc.tree.children, line.end, (one) => spanOf(one).start);
  if (node?.type !== 'paragraph' || node.children.some(isFixed)) return undefined;
  const span = spanOf(node);
  const text = textOf(rfc.source, span);
  if (/^[ \t]|[ \t]$|[^ \r\n] {2,}[^ ]|\t|\\$/m.test(text)) return undefined;
  const words = text.split(/\s+/);
  return editOf(rfc.source.text, span, fill(words).join(endingIn(text)));
}

/** Nodes whose text must stay in its lines. */
function isFixed(node: Nodes): boolean {
  if (node.type === 'break' || node.type === 'html' || node.type === 'inlineCode' || node.type === 'image')
    return true;
  return 'children' in node && node.children.some(isFixed);
}

function fill(words: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let line: string | undefined;
  for (const unit of unitsOf(words)) {
    const longer: string = line === undefined ? unit : `${line} ${unit}`;
    if (line === undefined || displayWidth(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = unit;
    }
  }
  return line === undefined ? lines : [...lines, line];
}

/** Words that may begin a line, each with those after it that may not. */
function unitsOf(words: readonly string[]): readonly string[] {
  const units: string[] = [];
  for (const word of words) {
    if (units.length === 0 || mayBegin(word)) units.push(word);
    else units.push(`${units.pop()} ${word}`);
  }
  return units;
}

function mayBegin(word: string): boolean {
  return mayStartLine(word) && !/^(?:[#>]|[`~]{3}|<[a-z/!?]|\[\^|[-=*_:|+]+$|\d+[.)]$)/i.test(word);
}

/** The field of a contract or objection block that the line is in, filled anew. */
export function fieldRefill({ rfc }: RfcContext, line: Line): Edit | undefined {
  const { source, blocks } = rfc;
  const block = lastBefore(blocks, line.start, ({ fence }) => fence.body.start);
  if (block === undefined) return undefined;
  const lines = linesWithin(source, block.fence.body);
  const at = lines.findIndex(({ start }) => start === line.start);
  let first = at;
  while (first > 0 && isContinuation(lines[first]!)) first -= 1;
  let last = at;
  while (last + 1 < lines.length && isContinuation(lines[last + 1]!)) last += 1;
  const span = { start: lines[first]!.start, end: lines[last]!.end };
  const pieces = lines.slice(first, last + 1).map((one) => textOf(source, one).trim());
  const match = /^([A-Z][A-Za-z-]*):[ \t]+(\S.*)$/.exec(pieces.join(' '));
  if (match === null || pieces.includes('')) return undefined;
  return editOf(
    source.text,
    span,
    printField(match[1]!, match[2]!)
      .trimEnd()
      .replaceAll('\n', endingIn(textOf(source, span))),
  );

  function isContinuation(one: Span): boolean {
    return /^[ \t]+\S/.test(textOf(source, one));
  }
}

function endingIn(text: string): string {
  return /\r\n/.test(text) ? '\r\n' : '\n';
}

/** Undefined where it would change nothing. */
function editOf(text: string, { start, end }: Span, filled: string): Edit | undefined {
  return text.slice(start, end) === filled ? undefined : { start, end, text: filled };
}
