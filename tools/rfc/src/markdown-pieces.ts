/**
 * The stretches of a Markdown file between its own blocks, so that a file of 500 clauses is not parsed anew for each key
 * that is pressed, and the lines of its blocks are never parsed as Markdown.
 *
 *     ---            <- piece 0
 *     rfc: 1
 *     ---
 *     ```contract    <- a block: code, whatever its lines say
 *     Clause: a.b
 *     ```
 *     Prose.         <- piece 1
 *
 * Whether such lines are a block is the parser's to say: they may stand in a comment, or in another block. So it gets the
 * blocks without their bodies, and each of them must come back as code at the top level. Nothing in a closed block can
 * change what stands before or after it; then, and only then, pieces can be parsed apart.
 */

/** 0-based offsets in the text. */
export interface OwnBlock {
  readonly start: number;
  /** After the opening line and its line ending. */
  readonly bodyStart: number;
  /** Where the closing line starts. */
  readonly bodyEnd: number;
  /** After the closing line, without its line ending. */
  readonly end: number;
  readonly lang: string;
}

/** What stands between two blocks, from the end of the one to the start of the other. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  /** At the start of the file there may be front matter; at its end, what is open stays open. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

// Not ^ and $, which also stop at line separators that are no line endings in Markdown.
const lineStart = '(?<![^\\n\\r])';
const lineEnd = '(?![^\\n\\r])';
const opening = new RegExp(`${lineStart}(\`{3,})(contract|objection)[ \\t]*(?:\\r\\n|\\n|\\r)`, 'g');

/** What looks like a closed contract or objection block at column 1, in the order of the text. */
export function ownBlocksIn(text: string): readonly OwnBlock[] {
  const blocks: OwnBlock[] = [];
  let from = 0;
  // No fence of so many marks is closed any more: whoever looks for one reads to the end of the text.
  let open = Number.POSITIVE_INFINITY;
  for (const match of text.matchAll(opening)) {
    const [line, marks, lang] = match;
    if (match.index < from || marks!.length >= open) continue;
    const bodyStart = match.index + line.length;
    const closing = new RegExp(`${lineStart} {0,3}\`{${marks!.length},}[ \\t]*${lineEnd}`, 'g');
    closing.lastIndex = bodyStart;
    const close = closing.exec(text);
    if (close === null) {
      open = marks!.length;
      continue;
    }
    from = close.index + close[0].length;
    blocks.push({ start: match.index, bodyStart, bodyEnd: close.index, end: from, lang: lang! });
  }
  return blocks;
}

/** One more than there are blocks. */
export function piecesBetween(text: string, blocks: readonly OwnBlock[]): readonly Piece[] {
  const starts = [0, ...blocks.map(({ end }) => end)];
  return starts.map((start, index) => ({
    start,
    text: text.slice(start, blocks[index]?.start ?? text.length),
    isFirst: index === 0,
    isLast: index === blocks.length,
  }));
}

/** What the parser gets instead of a block. */
export const emptyBlockLang = 'block';
export const emptyBlock = `\`\`\`${emptyBlockLang}\n\`\`\``;

/**
 * The pieces as one text, with an empty block between two of them and at each end that is not an end of the file, and
 * the offset of each piece in it.
 */
export function joinPieces(pieces: readonly Piece[]): {
  readonly text: string;
  readonly starts: readonly number[];
} {
  const texts: string[] = [];
  const starts: number[] = [];
  let length = 0;
  const add = (text: string): void => {
    texts.push(text);
    length += text.length;
  };
  pieces.forEach((piece, index) => {
    if (index === 0 && !piece.isFirst) add(emptyBlock);
    starts.push(length);
    add(piece.text);
    if (index < pieces.length - 1 || !piece.isLast) add(emptyBlock);
  });
  return { text: texts.join(''), starts };
}

/** How many pieces the two have in common at the start, and, behind those, at the end. */
export function commonEnds(
  before: readonly Piece[],
  after: readonly Piece[],
): { readonly head: number; readonly tail: number } {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && isSame(before[head]!, after[head]!)) head += 1;
  let tail = 0;
  while (tail < most - head && isSame(before.at(-1 - tail)!, after.at(-1 - tail)!)) tail += 1;
  return { head, tail };
}

function isSame(one: Piece, other: Piece): boolean {
  return one.isFirst === other.isFirst && one.isLast === other.isLast && one.text === other.text;
}

/** Whether it may define what a link or a footnote of another piece refers to. */
export function mayDefine({ text }: Piece): boolean {
  return text.includes(']:');
}

/**
 * Whether it may have something that GitHub adds to Markdown: tables, strike-through, task lists, footnotes, and addresses
 * that are links without marks.
 */
export function needsGithub({ text }: Piece): boolean {
  return /[|~@]|:-|-:|:\/\/|www\.|\[[\sx^]/i.test(text);
}
