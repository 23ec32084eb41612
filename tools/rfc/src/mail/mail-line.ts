/**
 * The lines of a mail, and where each comes from: replies quote lines of the mail, and this is how a quoted line finds its
 * clause again.
 */
import type { ClauseId } from '@quiesce/contract';

/** A line while the text is laid out. */
export interface Line {
  readonly text: string;
  /** Lines of the RFC, 1-based, both inclusive; absent where the line comes from elsewhere. */
  readonly first?: number;
  readonly last?: number;
  readonly clause?: ClauseId;
  readonly section?: string;
}

/** Where one line of the mail comes from. */
export interface LineOrigin {
  /** Lines of the RFC, 1-based, both inclusive; null where none says it. */
  readonly source: { readonly first: number; readonly last: number } | null;
  /** The clause that it states, or that it tells something of. */
  readonly clause: ClauseId | null;
  /** The title of the section. */
  readonly section: string | null;
}

export function originOf({ first, last, clause, section }: Line): LineOrigin {
  return {
    source: first === undefined || last === undefined ? null : { first, last },
    clause: clause ?? null,
    section: section ?? null,
  };
}

/** `head` before the first line, `rest` before the others. */
export function setIn(lines: readonly Line[], head: string, rest = head): readonly Line[] {
  return lines.map((line, index) => ({
    ...line,
    text: ((index === 0 ? head : rest) + line.text).trimEnd(),
  }));
}

/** Groups of lines with an empty line between them. */
export function spaced(groups: readonly (readonly Line[])[]): readonly Line[] {
  return groups
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : [{ text: '' }, ...lines]));
}
