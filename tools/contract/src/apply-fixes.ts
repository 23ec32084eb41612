/** Writes the fixes of findings into the text that they were found in. */
import type { Diagnostic, Edit } from './diagnostic.js';

/**
 * The text with the fixes of `diagnostics`, and how many were applied. A fix is applied whole or not at all: one that
 * touches what an earlier one has changed is left for the next run. All findings are about this text.
 */
export function applyFixes(
  text: string,
  diagnostics: readonly Diagnostic[],
): { readonly text: string; readonly applied: number } {
  const accepted: Edit[] = [];
  let applied = 0;
  for (const { fix } of diagnostics) {
    if (fix === undefined || fix.edits.some((edit) => accepted.some((other) => overlaps(edit, other))))
      continue;
    accepted.push(...fix.edits);
    applied += 1;
  }
  const pieces: string[] = [];
  let from = 0;
  for (const edit of accepted.toSorted((left, right) => left.start - right.start || left.end - right.end)) {
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
