/** What the model says of a clause, under what its text says, and the entry of a clause of which the text says nothing. */
import type { ClauseChange } from '@quiesce/rfc';
import { type Behaviour, isDoubt } from '../compare/behaviour.js';
import { disagreement, renderBehaviour } from '../compare/render-behaviour.js';
import { wrapped } from '../report/text/wrapped.js';
import type { ReportedClause } from './difference-report.js';

export function behaviourLines(
  behaviour: Behaviour | undefined,
  { changes, fields }: Pick<ReportedClause, 'changes' | 'fields'>,
  indent: string,
): readonly string[] {
  if (behaviour === undefined) return [];
  const links = fields
    .filter(({ key }) => key === 'Model')
    .map(({ before, after }) => (after === null ? `without Model ${before}` : `with Model ${after}`));
  const told = disagreement(behaviour, changes, links);
  return [
    ...renderBehaviour(behaviour, indent),
    ...(told === null ? [] : ['', ...wrapped(`${indent}Note: `, told)]),
  ];
}

/** The word under which a clause is listed whose text is the same. */
export function wordOf(behaviour: Behaviour): ClauseChange | 'cannot tell' {
  if (isDoubt(behaviour)) return 'cannot tell';
  if (behaviour.kind !== 'compared' || behaviour.verdict === 'unknown') return 'relinked';
  return behaviour.verdict === 'same' ? 'reworded' : behaviour.verdict;
}
