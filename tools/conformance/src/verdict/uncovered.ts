/** Lines of the model that no cell has executed: dead code, or a scenario that is missing. */
import type { Evidence } from './evidence.js';

export interface UncoveredLine {
  readonly file: string;
  readonly line: number;
  readonly functions: readonly string[];
}

/** Ordered by file and line. Meaningful for the evidence of a whole plan only. */
export function uncoveredLines(evidence: Evidence): readonly UncoveredLine[] {
  const seen = new Map<string, UncoveredLine & { readonly taken: boolean }>();
  for (const { result } of evidence) {
    for (const one of result.lines) {
      const name = `${one.file}:${one.line}`;
      const known = seen.get(name);
      const functions = [...new Set([...(known?.functions ?? []), ...one.functions])].sort();
      seen.set(name, { ...one, functions, taken: one.taken || known?.taken === true });
    }
  }
  return [...seen.values()]
    .filter(({ taken }) => !taken)
    .map(({ file, line, functions }) => ({ file, line, functions }))
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
