/** Where a text names a clause by `Contract: id`: a trailer of a patch, or a comment of a test in any language. */
import { linesWithin, placeOf, type SourceText, type Span, type TextPlace, textOf } from '@quiesce/contract';

export interface Mention {
  /** As it is written; it need not be the id of a clause. */
  readonly clause: string;
  readonly place: TextPlace;
}

/**
 * A comment begins the line, or stands behind code:
 *
 *      * Contract: lamp.off-means-dark, lamp.quiet
 *     run(test); // Contract: lamp.quiet
 */
const inComment = /(?:^[ \t]*[/*#;%!<>"'-]*|\/\/|\/\*|#)[ \t]*Contract:[ \t]*/;

/** All of a source file, in order. */
export function readMentions(source: SourceText): readonly Mention[] {
  return linesWithin(source, { start: 0, end: source.text.length }).flatMap((line) =>
    mentionsIn(source, line, 0),
  );
}

/** Those of one line; `skip` is what stands before its text, such as the `+` of a patch. */
export function mentionsIn(source: SourceText, line: Span, skip: number): readonly Mention[] {
  const text = textOf(source, line).slice(skip);
  const match = inComment.exec(text);
  if (match === null) return [];
  return placedIds(source, line.start + skip + match.index + match[0].length, line.end);
}

/** The ids between commas or blanks; what closes a comment is none. */
export function placedIds(source: SourceText, start: number, end: number): readonly Mention[] {
  const words = textOf(source, { start, end }).matchAll(/[^\s,]+/g);
  const mentions: Mention[] = [];
  for (const { 0: word, index } of words) {
    if (!/\w/.test(word)) break;
    const clause = word.replace(/(?:\*\/|-->|["'.;])+$/, '');
    const from = start + index;
    mentions.push({ clause, place: placeOf(source, { start: from, end: from + clause.length }) });
  }
  return mentions;
}
