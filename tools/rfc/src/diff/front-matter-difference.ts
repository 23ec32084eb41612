/** What became of the front matter, key by key. */
import type { FrontMatter } from '../front-matter.js';
import { type FrontMatterKey, frontMatterKeys } from '../front-matter.js';

export interface FrontMatterDifference {
  readonly key: FrontMatterKey;
  /** A single value is a list of one; a key that is absent has an empty list. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Those of `before` that `after` does not have, and the other way; both empty where only the order differs. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** In the order of the keys. Of front matter that could not be read nothing is told. */
export function diffFrontMatter(
  before: FrontMatter | undefined,
  after: FrontMatter | undefined,
): readonly FrontMatterDifference[] {
  if (before === undefined || after === undefined) return [];
  return frontMatterKeys.flatMap((key): readonly FrontMatterDifference[] => {
    const old = valuesOf(before, key);
    const present = valuesOf(after, key);
    if (old.join('\n') === present.join('\n')) return [];
    const removed = old.filter((value) => !present.includes(value));
    const added = present.filter((value) => !old.includes(value));
    return [{ key, before: old, after: present, removed, added }];
  });
}

function valuesOf(frontMatter: FrontMatter, key: FrontMatterKey): readonly string[] {
  const value = frontMatter[key] ?? [];
  return typeof value === 'object' ? value.map(String) : [String(value)];
}
