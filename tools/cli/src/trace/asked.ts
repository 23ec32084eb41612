/** What the words of a command mean: clauses, or what clauses are linked to. */
import { resolve } from 'node:path';
import { type FarEnd, findFarEnds, type TracedClause } from '@quiesce/conformance';
import { nearestWord, ToolError } from '@quiesce/contract';
import { type Project, shownPath } from '../project.js';
import type { World } from '../world.js';

export interface Asked {
  readonly clauses: readonly TracedClause[];
  readonly ends: readonly FarEnd[];
}

/** No words: all of it. A word that means nothing is a `ToolError`. */
export function askedFor(
  words: readonly string[],
  all: readonly TracedClause[],
  ends: readonly FarEnd[],
  { root }: Project,
  { cwd }: World,
): Asked {
  if (words.length === 0) return { clauses: all, ends };
  const found = words.map((word) => {
    const clauses = all.filter(({ clause }) => clause.id === word || clause.was.includes(word));
    const own = findFarEnds(ends, word);
    const named = own.length > 0 ? own : findFarEnds(ends, shownPath(root, resolve(cwd, word)));
    if (clauses.length > 0 || named.length > 0) return { clauses, ends: named };
    const about = clausesAbout(word, all);
    if (about.length > 0) return { clauses: about, ends: named };
    const ids = all.map(({ clause }) => clause.id);
    const near = nearestWord(word, [...ids, ...ends.flatMap((end) => end.words)]);
    throw new ToolError(
      `Unexpected ${JSON.stringify(word)}, expected a clause, a property, a patch, a function, a test or a Message-ID`,
      { hint: near === undefined ? 'quiesce trace --backward lists them.' : `Did you mean ${near}?` },
    );
  });
  return {
    clauses: all.filter((one) => found.some(({ clauses }) => clauses.includes(one))),
    ends: ends.filter((one) => found.some((other) => other.ends.includes(one))),
  };
}

/** Those whose Scope or Code names the function: of an interface that no patch changes yet, that is all there is. */
function clausesAbout(word: string, all: readonly TracedClause[]): readonly TracedClause[] {
  const name = /^([A-Za-z_]\w*)(?:\(\))?$/.exec(word)?.[1];
  if (name === undefined) return [];
  const call = new RegExp(`\\b${name}\\(`);
  return all.filter(({ clause }) => [clause.scope ?? '', ...clause.code].some((text) => call.test(text)));
}
