/** In a comment that allows a finding, the rules that can be allowed. */
import { catalogue } from '@quiesce/rfc';
import type { Candidates } from './completion.js';
import { escaped } from './markdown.js';

/** `before`: the line up to the offset. Undefined where no such comment is being written. */
export function ruleItems(offset: number, before: string): Candidates | undefined {
  const word = /^<!--\s*quiesce\s+allow\s+([\w/-]*)$/.exec(before)?.[1];
  if (word === undefined) return undefined;
  const items = catalogue
    .filter(({ isFirm }) => !isFirm)
    .map(({ code, rule }) => ({ label: code, kind: 12 as const, documentation: escaped(rule) }));
  return { replace: { start: offset - word.length, end: offset }, items };
}
