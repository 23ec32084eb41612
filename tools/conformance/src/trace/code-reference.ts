/** What a `Code` field means: `kernel/utrace.c utrace_control()`, a file and perhaps functions of it. */
import type { Hunk } from './hunk.js';

export interface CodeReference {
  readonly path: string;
  /** None: the file as a whole. */
  readonly functions: readonly string[];
}

export function codeOf(value: string): CodeReference {
  const [path = '', ...words] = value.split(/[\s,]+/).filter((word) => word !== '');
  return { path, functions: words.map((word) => word.replace(/\(.*$/, '')) };
}

export function isTouched({ path, functions }: CodeReference, hunk: Hunk): boolean {
  return (
    isSameFile(path, hunk.path) &&
    (functions.length === 0 || functions.some((name) => hunk.functions.includes(name)))
  );
}

/** The shorter path may leave out folders at its front. */
export function isSameFile(named: string, path: string): boolean {
  return named === path || path.endsWith(`/${named}`) || named.endsWith(`/${path}`);
}
