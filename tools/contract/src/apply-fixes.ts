/** Writes the fixes of findings into the text that they were found in. */
import type { Diagnostic, Edit } from './diagnostic.js';

/** The edits of the fixes that go together, by place. A fix counts whole or not at all, and the first of two that touch. */
export function acceptFixes(diagnostics: readonly Diagnostic[]): {
  readonly edits: readonly Edit[];
  readonly applied: number;
} {
  const accepted: Edit[] = [];
  let applied = 0;
  for (const { fix } of diagnostics) {
    if (fix === undefined || fix.edits.some((edit) => accepted.some((other) => overlaps(edit, other))))
      continue;
    accepted.push(...fix.edits);
    applied += 1;
  }
  const edits = accepted.toSorted((left, right) => left.start - right.start || left.end - right.end);
  return { edits, applied };
}

/**
 * The text with the fixes of `diagnostics`, and how many were applied. One that touches what an earlier one has changed is
 * left for the next run. All findings are about this text.
 */
export function applyFixes(
  text: string,
  diagnostics: readonly Diagnostic[],
): { readonly text: string; readonly applied: number } {
  const { edits, applied } = acceptFixes(diagnostics);
  const pieces: string[] = [];
  let from = 0;
  for (const edit of edits) {
    pieces.push(text.slice(from, edit.start), edit.text);
    from = edit.end;
  }
  return { text: pieces.join('') + text.slice(from), applied };
}

/** Two insertions at one place overlap too: their order would be a guess. */
function overlaps(left: Edit, right: Edit): boolean {
  return left.start < right.end
    ? right.start < left.end || left.start === right.start
    : left.start === right.start;
}
