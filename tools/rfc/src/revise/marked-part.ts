/**
 * A part of an RFC that a tool writes: what stands between two comments. Nothing else of the text is touched.
 *
 *     <!-- costs: made by quiesce costs --write -->
 *
 *     what is made
 *
 *     <!-- end of costs -->
 */
import type { Edit, TextPlace } from '@quiesce/contract';
import { placeOf } from '@quiesce/contract';
import type { Rfc } from '../rfc.js';

export interface MarkedPart {
  readonly name: string;
  /** Of the first comment. */
  readonly place: TextPlace;
  /** Offsets of what is between the comments; undefined where the second one is missing. */
  readonly inside: { readonly start: number; readonly end: number } | undefined;
}

/** Those of a name, in the order of the text. Comments count that stand at the top level, on lines of their own. */
export function findMarkedParts(rfc: Rfc, name: string): readonly MarkedPart[] {
  const { source, tree, markdownOffset } = rfc;
  const comments = tree.children.flatMap((node) => {
    const words =
      node.type === 'html' ? /^<!--\s*([a-z ]+?)\s*(?::[^>]*)?-->\s*$/.exec(node.value)?.[1] : undefined;
    if (words === undefined || node.position === undefined) return [];
    const start = (node.position.start.offset ?? 0) + markdownOffset;
    const end = (node.position.end.offset ?? 0) + markdownOffset;
    return [{ words, start, end }];
  });
  const marks = comments.filter(({ words }) => words === name || words === `end of ${name}`);
  return marks.flatMap(({ words, start, end }, index): readonly MarkedPart[] => {
    if (words !== name) return [];
    const next = marks[index + 1];
    const inside = next === undefined || next.words === name ? undefined : { start: end, end: next.start };
    return [{ name, place: placeOf(source, { start, end }), inside }];
  });
}

/** The edit that makes these lines the part; undefined where they are, or where the part does not end. */
export function markedEdit(
  { source }: Rfc,
  { inside }: MarkedPart,
  lines: readonly string[],
): Edit | undefined {
  if (inside === undefined) return undefined;
  const ending = /\r\n|\n|\r/.exec(source.text)?.[0] ?? '\n';
  const text = ['', '', ...lines, '', ''].join(ending);
  return source.text.slice(inside.start, inside.end) === text ? undefined : { ...inside, text };
}
