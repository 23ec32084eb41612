/**
 * What a tool has to say about a text: one finding, with its place. A finding is a value: it is returned and
 * collected, never thrown, and checking goes on after it.
 */

/** A place in a text file. `line` and `column` are 1-based, columns count UTF-16 code units, the end is exclusive. */
export interface Place {
  /** As the user wrote it, or relative to the project's root. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

export type Severity = 'error' | 'warning' | 'note';

/** Replaces the text from `start` to `end` (0-based offsets, end exclusive) by `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Diagnostic {
  /** Stable id of the rule, such as `contract/unknown-key`. */
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  /** One sentence: "Unexpected X, expected Y". */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** Other places that the message speaks of. */
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
  readonly fix?: { readonly title: string; readonly edits: readonly Edit[] };
}
