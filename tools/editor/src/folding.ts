/** What can be folded away: the front matter, fenced blocks, sections. */
import { placeOf } from '@quiesce/contract';
import type { Rfc } from '@quiesce/rfc';
import type { FoldingRange } from 'vscode-languageserver-protocol';

export function foldsOf({ source, tree, markdownOffset, fences, sections }: Rfc): readonly FoldingRange[] {
  const [first] = tree.children;
  const header =
    first?.type === 'yaml' && first.position !== undefined
      ? [fold(lineAt(markdownOffset), lineAt((first.position.end.offset ?? 0) + markdownOffset))]
      : [];
  const blocks = fences.map(({ place }) => fold(place.line, place.endLine));
  const parts = sections.map(({ place, depth }, index) => {
    const next = sections.slice(index + 1).find((one) => one.depth <= depth);
    const end =
      next === undefined
        ? source.text.trimEnd().length
        : source.text.slice(0, next.place.start).trimEnd().length;
    return fold(place.line, lineAt(end));
  });
  return [...header, ...blocks, ...parts].filter(({ startLine, endLine }) => endLine > startLine);

  function lineAt(offset: number): number {
    return placeOf(source, { start: offset, end: offset }).line;
  }
}

/** Lines are 1-based here. */
function fold(line: number, endLine: number): FoldingRange {
  return { startLine: line - 1, endLine: endLine - 1 };
}
