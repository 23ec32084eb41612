/** What the model says of a clause, under what its text says, and the entry of a clause of which the text says nothing. */
import type { ClauseChange } from '@quiesce/rfc';
import type { Behaviour } from '../compare/behaviour.js';
import { disagreement, renderBehaviour } from '../compare/render-behaviour.js';
import { wrapped } from '../report/text/wrapped.js';

/** `changes`: what the text says. */
export function behaviourLines(
  behaviour: Behaviour | undefined,
  changes: readonly ClauseChange[],
  indent: string,
): readonly string[] {
  if (behaviour === undefined) return [];
  const told = disagreement(behaviour, changes);
  return [
    ...renderBehaviour(behaviour, indent),
    ...(told === null ? [] : ['', ...wrapped(`${indent}Note: `, told)]),
  ];
}

/** The word under which a clause is listed whose text is the same. */
export function wordOf(behaviour: Behaviour): ClauseChange {
  if (behaviour.kind === 'not-compared' || behaviour.verdict === 'unknown') return 'changed';
  return behaviour.verdict === 'same' ? 'reworded' : behaviour.verdict;
}
