/** Keys of the front matter that are not there yet, and values that are a choice. */
import { expectedOf, frontMatterKeys, type Rfc, statuses } from '@quiesce/rfc';
import { wordAround } from './complete-value.js';
import type { Candidates } from './completion.js';
import { modelsOf } from './look-up.js';
import type { ProjectIndex } from './project-index.js';

/** `before`: the line up to the offset. Undefined outside of the front matter. */
export function frontMatterItems(
  rfc: Rfc,
  offset: number,
  before: string,
  index: ProjectIndex,
): Candidates | undefined {
  const { text } = rfc.source;
  const opening = /^\ufeff?---[ \t]*(?:\r\n?|\n)/.exec(text)?.[0].length;
  if (opening === undefined || offset < opening) return undefined;
  const closing = /^---[ \t]*$/m.exec(text.slice(opening));
  if (closing !== null && offset >= opening + closing.index) return undefined;

  if (/^[a-z]*$/.test(before)) {
    const word = wordAround(rfc, offset, /[a-z:]/);
    const body = text.slice(opening, closing === null ? undefined : opening + closing.index);
    const there = new Set(Array.from(body.matchAll(/^([a-z]+):/gm), ([, key]) => key));
    const items = frontMatterKeys
      .filter((key) => !there.has(key))
      .map((key) => ({ label: key, kind: 10 as const, text: `${key}: `, documentation: expectedOf(key) }));
    return { replace: word, items };
  }
  const replace = wordAround(rfc, offset, /[\w-]/);
  const above = text.slice(opening, offset);
  const key = Array.from(above.matchAll(/^([a-z]+):/gm)).at(-1)?.[1];
  if (key === 'status') return { replace, items: statuses.map((label) => ({ label, kind: 20 as const })) };
  if (key !== 'options') return { replace, items: [] };
  const declared = new Set(rfc.declaredOptions?.map(({ value }) => value));
  const names = new Set(modelsOf(rfc, index).flatMap(({ description }) => description.options));
  const items = [...names]
    .filter((name) => !declared.has(name))
    .map((label) => ({ label, kind: 20 as const }));
  return { replace, items };
}
