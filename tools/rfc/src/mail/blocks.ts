/**
 * Markdown blocks as lines. What has a shape of its own (code, tables) keeps it. Depth is bounded: a text that nests deeper
 * than a hundred levels has no tree.
 */
import type {
  BlockContent,
  Code,
  DefinitionContent,
  FootnoteDefinition,
  Heading,
  Html,
  List,
  ListItem,
} from 'mdast';
import { displayWidth, padTo } from './display-width.js';
import { htmlText } from './html-text.js';
import { type Inlining, proseOf } from './inline.js';
import { type Line, setIn, spaced } from './mail-line.js';
import { tableLines } from './table.js';
import { layOut } from './wrap.js';

type Block = BlockContent | DefinitionContent;

/** As in Markdown. */
const lineEnd = /\r\n?|\n/;

/** However deep a list nests, so many columns are left for its words. */
const narrowest = 24;

/** `width`: columns that there are. Lines may be longer where a word or code is. */
export function blockLines(node: Block, width: number, inlining: Inlining): readonly Line[] {
  const room = Math.max(width, narrowest);
  switch (node.type) {
    case 'paragraph':
      return layOut(proseOf(node, inlining), room);
    case 'heading':
      return headingLines(node, room, inlining);
    case 'thematicBreak': {
      const line = node.position?.start.line ?? 1;
      return [{ text: '* * *', first: line, last: line }];
    }
    case 'blockquote':
      return setIn(childLines(node.children, room - 2, inlining), '> ');
    case 'list':
      return listLines(node, room, inlining);
    case 'code':
      return codeLines(node, room);
    case 'table':
      return setIn(tableLines(node, room - 2, inlining), '  ');
    case 'html':
      return htmlLines(node, room, inlining);
    // These are shown where they are used.
    case 'definition':
    case 'footnoteDefinition':
      return [];
  }
}

/** The blocks in a quotation, an item or a note. */
export function childLines(
  children: readonly (Block | FootnoteDefinition)[],
  width: number,
  inlining: Inlining,
  isTight = false,
): readonly Line[] {
  const groups = children.map((child) => blockLines(child, width, inlining));
  return isTight ? groups.flat() : spaced(groups);
}

/** Lines under the text, by depth. Each is at least four long: three dashes would end the mail. */
const rules = ['=', '-', '~', '.', '.', '.'] as const;

function headingLines(node: Heading, width: number, inlining: Inlining): readonly Line[] {
  const lines = layOut(proseOf(node, inlining), width);
  const last = lines.at(-1);
  if (last === undefined) return [];
  const length = Math.max(4, ...lines.map(({ text }) => displayWidth(text)));
  return [...lines, { ...last, text: rules[node.depth - 1]!.repeat(length) }];
}

function listLines(node: List, width: number, inlining: Inlining): readonly Line[] {
  const start = node.start ?? 1;
  const marks = node.children.map((_, index) => (node.ordered === true ? `${start + index}.` : '-'));
  const markWidth = Math.max(...marks.map(({ length }) => length)) + 1;
  const items = node.children.map((item, index) =>
    itemLines(item, marks[index]!, markWidth, width, inlining),
  );
  const isLoose = node.spread === true || node.children.some(({ spread }) => spread === true);
  return isLoose ? spaced(items) : items.flat();
}

function itemLines(
  item: ListItem,
  mark: string,
  markWidth: number,
  width: number,
  inlining: Inlining,
): readonly Line[] {
  const box = item.checked === true ? '[x] ' : item.checked === false ? '[ ] ' : '';
  const indent = markWidth + box.length;
  const lines = childLines(item.children, width - indent, inlining, item.spread !== true);
  const line = item.position?.start.line ?? 1;
  const shown = lines.length === 0 ? [{ text: '', first: line, last: line }] : lines;
  return setIn(shown, padTo(mark, markWidth) + box, ' '.repeat(indent));
}

/** As it stands, set in by four columns, or by two where it would be too wide otherwise. */
function codeLines(node: Code, width: number): readonly Line[] {
  const texts = node.value.replace(/[\r\n]+$/, '').split(lineEnd);
  const start = (node.position?.start.line ?? 1) + (isFenced(node) ? 1 : 0);
  const lines = texts.map((text, index) => ({ text, first: start + index, last: start + index }));
  const fits = lines.every(({ text }) => displayWidth(text, 4) + 4 <= width);
  return lines.some(({ text }) => text.trim() !== '') ? setIn(lines, fits ? '    ' : '  ') : [];
}

/** Code by indentation has as many lines as its text; fences add their own. */
function isFenced({ position, value }: Code): boolean {
  if (position === undefined) return false;
  return position.end.line - position.start.line + 1 > value.split(lineEnd).length;
}

function htmlLines(node: Html, width: number, inlining: Inlining): readonly Line[] {
  const { text, dropped } = htmlText(node.value);
  inlining.dropped(node, dropped);
  const start = node.position?.start.line ?? 1;
  const prose = text.split(lineEnd).map((line, index) => {
    const words = line.split(/\s+/).filter((word) => word !== '');
    return {
      words: words.map((word) => ({ text: word, first: start + index, last: start + index, gap: 1 })),
      isHard: true,
    };
  });
  return layOut(prose, width);
}
