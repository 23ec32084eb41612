/**
 * A text to an RFC: Markdown, then front matter, then each block at its own offsets in the file. Any text gives an RFC and
 * findings; what is wrong in one place does not hide what is right in another.
 */
import {
  type Diagnostic,
  lineSpan,
  placeOf,
  type SourceText,
  type Span,
  sourceText,
  textOf,
} from '@quiesce/contract';
import type { Node, Root } from 'mdast';
import { outlineOf, plainText } from './markdown-outline.js';
import { noFrontMatter, type ParsedFrontMatter, parseFrontMatter } from './parse-front-matter.js';
import { parseMarkdown } from './parse-markdown.js';
import { report } from './problems.js';
import { readBlocks } from './read-blocks.js';
import type { Rfc, Section } from './rfc.js';

export interface ParsedRfc {
  readonly rfc: Rfc;
  /** In no order; `lintRfc` finds what concerns several blocks, and `checkRfc` does both. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads an RFC. `file` is the name that places carry. With `previous`, what an earlier text of the file gave, only what
 * changed since is parsed again: the result is the same. Never throws.
 */
export function parseRfc(file: string, text: string, previous?: Rfc): ParsedRfc {
  const source = sourceText(file, text);
  const markdownOffset = text.startsWith('\ufeff') ? 1 : 0;
  const diagnostics: Diagnostic[] = [];
  if (markdownOffset > 0) {
    const mark = { start: 0, end: 1 };
    const fix = { title: 'Remove it', edits: [{ ...mark, text: '' }] };
    diagnostics.push(report('rfc/byte-order-mark', placeOf(source, mark), {}, { fix }));
  }
  diagnostics.push(...lostBytes(source));
  const parsed = parseMarkdown(source, previous?.memory.pieces);
  if (parsed.kind === 'too-deep') diagnostics.push(report('rfc/too-deep', placeOf(source, parsed.at), {}));
  const tree: Root = parsed.kind === 'tree' ? parsed.tree : { type: 'root', children: [] };
  const spanOf = (node: Node): Span => ({
    start: (node.position?.start.offset ?? 0) + markdownOffset,
    end: (node.position?.end.offset ?? 0) + markdownOffset,
  });

  const header =
    parsed.kind === 'too-deep' ? noFrontMatter : readFrontMatter(source, tree, markdownOffset, spanOf);
  diagnostics.push(...header.diagnostics);
  const outline = outlineOf(tree);
  const { fences, blocks, ...read } = readBlocks(
    source,
    outline.codes,
    spanOf,
    previous?.memory.blocks ?? new Map(),
  );
  diagnostics.push(...read.diagnostics);
  const clauses = blocks.flatMap((block) =>
    block.kind === 'contract' && block.clause !== undefined ? [block.clause] : [],
  );
  const headings = outline.headings.map((node) => ({ node, place: placeOf(source, spanOf(node)) }));
  let next = clauses.filter(({ places }) => places.block.start < (headings[0]?.place.end ?? 0)).length;
  const sections = headings.map(({ node, place }, index): Section => {
    const first = next;
    const end = headings[index + 1]?.place.start ?? text.length;
    while (next < clauses.length && clauses[next]!.places.block.start < end) next += 1;
    return {
      title: plainText(node),
      depth: node.depth,
      place,
      node,
      clauses: clauses.slice(first, next),
    };
  });
  const rfc: Rfc = {
    source,
    tree,
    markdownOffset,
    memory: { pieces: parsed.kind === 'tree' ? parsed.memory : [], blocks: read.memory },
    frontMatter: header.frontMatter,
    frontMatterPlaces: header.places,
    declaredOptions: header.declaredOptions,
    title: header.frontMatter?.title ?? sections[0]?.title ?? file,
    sections,
    fences,
    blocks,
    clauses,
    objections: blocks.flatMap((block) =>
      block.kind === 'objection' && block.objection !== undefined ? [block.objection] : [],
    ),
  };
  return { rfc, diagnostics };
}

/** Whoever decoded the file has put this character for bytes that are no UTF-8; nobody types it. Told once a file. */
function lostBytes(source: SourceText): readonly Diagnostic[] {
  const [wide] = utf16.exec(source.text) ?? [];
  if (wide !== undefined)
    return [
      report('rfc/not-utf8', placeOf(source, { start: 0, end: wide.length }), { count: 1, isWide: true }),
    ];
  const runs = Array.from(source.text.matchAll(/\ufffd+/g));
  const [first] = runs;
  if (first === undefined) return [];
  const span = { start: first.index, end: first.index + first[0].length };
  return [report('rfc/not-utf8', placeOf(source, span), { count: runs.length, isWide: false })];
}

/** UTF-16 that was decoded as UTF-8 starts with two lost bytes, which are its mark, or has a NUL beside each letter. */
const utf16 = /^(?:\ufffd{2}(?=[^\0]?\0)|(?:[^\0]\0){4}|(?:\0[^\0]){4})/;

function readFrontMatter(
  source: SourceText,
  tree: Root,
  start: number,
  spanOf: (node: Node) => Span,
): ParsedFrontMatter {
  const [node] = tree.children;
  if (node?.type !== 'yaml') {
    const line = textOf(source, { start, end: lineSpan(source, 1)?.end ?? start });
    const isOpen = /^---[ \t]*$/.test(line);
    const place = placeOf(source, { start, end: isOpen ? start + 3 : start });
    return { ...noFrontMatter, diagnostics: [report('rfc/no-front-matter', place, { isOpen })] };
  }
  const span = spanOf(node);
  const first = placeOf(source, { start: span.start, end: span.start + 3 });
  const last = placeOf(source, { start: span.end, end: span.end });
  const body = {
    start: source.lineStarts[first.line] ?? span.end,
    end: source.lineStarts[last.line - 1] ?? span.end,
  };
  return parseFrontMatter(source, first, body);
}
