/**
 * An RFC as the text of a mail: 72 columns, UTF-8, no markup that needs a reader. Stage by stage:
 *
 *     blocks      each block of the Markdown tree to lines, and the parts that are added to them
 *     set in      where a line would do harm at column 1
 *     references  what was numbered on the way, at the end
 *     guard       what two blanks do not help against; see hazard.ts
 *
 * `map` tells of each line where it comes from. `git mailinfo` gives the text back as it is; whoever sends it tries that.
 */
import { byPlace, type ClauseId, type Diagnostic, placeOf } from '@quiesce/contract';
import type { Nodes, RootContent } from 'mdast';
import { plainText } from '../markdown-outline.js';
import type { Rfc } from '../rfc.js';
import { blockLines, childLines } from './blocks.js';
import { contractLines } from './contract-lines.js';
import { guard } from './guard.js';
import { isHazard } from './hazard.js';
import { type Inlining, proseOf } from './inline.js';
import { type Line, type LineOrigin, originOf, setIn, spaced } from './mail-line.js';
import { reportMail } from './mail-problems.js';
import {
  entryParagraphs,
  isEmptyHeading,
  openReferences,
  type Reference,
  splitEntries,
} from './references.js';
import { selectBlocks } from './select-blocks.js';
import { titleBlock } from './title-block.js';
import { layOut } from './wrap.js';

export const mailWidth = 72;

/** A section that is put after those of the RFC, such as what a check has found. */
export interface MailPart {
  readonly title: string;
  /** With an empty line between them. */
  readonly blocks: readonly (readonly MailPartLine[])[];
}

export interface MailPartLine {
  /** Printed as it stands. */
  readonly text: string;
  /** The clause that it tells something of. */
  readonly clause?: ClauseId;
}

export interface MailOptions {
  /** Only these clauses, each under its heading; absent: the whole RFC. */
  readonly clauses?: readonly ClauseId[];
}

export interface RenderedMail {
  /** Ends with a line feed. */
  readonly text: string;
  /** One for each line of the text. */
  readonly map: readonly LineOrigin[];
  /** What the mail says otherwise than the RFC, by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Any RFC can be rendered, whatever is wrong with it. */
export function renderMail(
  rfc: Rfc,
  parts: readonly MailPart[] = [],
  { clauses }: MailOptions = {},
): RenderedMail {
  const references = openReferences(rfc);
  const diagnostics: Diagnostic[] = [];
  const spanOf = ({ position }: Nodes) => ({
    start: (position?.start.offset ?? 0) + rfc.markdownOffset,
    end: (position?.end.offset ?? 0) + rfc.markdownOffset,
  });
  const inlining: Inlining = {
    references,
    sourceOf: (node) => rfc.source.text.slice(spanOf(node).start, spanOf(node).end),
    dropped: (node, what) => {
      if (what.length > 0)
        diagnostics.push(reportMail('mail/dropped-html', placeOf(rfc.source, spanOf(node)), { what }));
    },
  };

  const entries = entryParagraphs(rfc.tree);
  const nodes = clauses === undefined ? rfc.tree.children : selectBlocks(rfc, clauses);
  let section: string | undefined;
  const groups = nodes.map((node, index) => {
    if (node.type === 'heading') section = plainText(node);
    if (node.type === 'paragraph' && entries.has(node)) return [];
    if (isEmptyHeading(nodes, index, entries) || isTitle(rfc, node, index)) return [];
    return within(section, topLines(rfc, node, inlining));
  });
  // In a part of an RFC, only what is used in it.
  if (clauses === undefined)
    for (const entry of [...entries].flatMap((node) => splitEntries(proseOf(node, inlining))))
      references.add(entry);

  const added = parts.map(({ title, blocks }) => within(title, partLines(title, blocks)));
  const listed = within('References', referenceLines(references.list, inlining));
  const lines = spaced([titleBlock(rfc, mailWidth), ...groups, ...added, listed]);
  const guarded = guard(lines, rfc, mailWidth);
  return {
    text: `${guarded.lines.map(({ text }) => text).join('\n')}\n`,
    map: guarded.lines.map(originOf),
    diagnostics: [...diagnostics, ...guarded.diagnostics].sort(byPlace),
  };
}

/** The first heading, where it only repeats the title that stands above it. */
function isTitle({ title, tree }: Rfc, node: RootContent, index: number): boolean {
  if (node.type !== 'heading' || node.depth !== 1 || plainText(node).trim() !== title.trim()) return false;
  return !tree.children.slice(0, index).some(({ type }) => type === 'heading');
}

/** A block at column 1, or set in by two blanks where that would do harm. */
function topLines(rfc: Rfc, node: RootContent, inlining: Inlining): readonly Line[] {
  if (node.type === 'yaml') return [];
  const contract = contractLines(rfc, node);
  const draw = (width: number): readonly Line[] =>
    contract ?? blockLines(node as Parameters<typeof blockLines>[0], width, inlining);
  if (node.type === 'list') return setIn(draw(mailWidth - 2), '  ');
  const lines = draw(mailWidth);
  if (node.type === 'blockquote' || !lines.some(({ text }) => isHazard(text))) return lines;
  return setIn(draw(mailWidth - 2), '  ');
}

function partLines(title: string, blocks: MailPart['blocks']): readonly Line[] {
  const head: readonly Line[] = [{ text: title }, { text: '-'.repeat(Math.max(4, title.length)) }];
  const groups = blocks.map((lines) =>
    lines.some(({ text }) => isHazard(text)) ? setIn(lines, '  ') : lines,
  );
  return spaced([head, ...groups]);
}

/** The text of a note may use others, so the list is asked again until it does not grow. */
function referenceLines(list: () => readonly Reference[], inlining: Inlining): readonly Line[] {
  const drawn = new Map<number, readonly Line[]>();
  for (let rest = list(); rest.length > drawn.size; rest = list())
    for (const reference of rest)
      if (!drawn.has(reference.number)) drawn.set(reference.number, referenceText(reference, inlining));
  if (drawn.size === 0) return [];
  const sorted = [...drawn].sort(([a], [b]) => a - b);
  return [
    { text: 'References' },
    { text: '----------' },
    { text: '' },
    ...spaced(sorted.map(([, lines]) => lines)),
  ];
}

function referenceText(reference: Reference, inlining: Inlining): readonly Line[] {
  const label = `[${reference.number}] `;
  const width = mailWidth - label.length;
  const under = (lines: readonly Line[]): readonly Line[] =>
    setIn(lines.length === 0 ? [{ text: '' }] : lines, label, ' '.repeat(label.length));
  switch (reference.kind) {
    case 'written':
      return under(layOut(reference.lines, width));
    case 'link': {
      const { text, line } = reference;
      const words = text.split(' ').map((word) => ({ text: word, first: line, last: line, gap: 1 }));
      return under(layOut([{ words, isHard: false }], width));
    }
    case 'note':
      return under(childLines(reference.node.children, width, inlining));
  }
}

function within(section: string | undefined, lines: readonly Line[]): readonly Line[] {
  return section === undefined ? lines : lines.map((line) => ({ ...line, section }));
}
