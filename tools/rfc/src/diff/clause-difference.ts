/**
 * What became of one clause, told by its text alone.
 *
 * Each field that differs has effects: it makes the promise stronger or weaker, nobody can tell from the text, it is the
 * same promise in other words, or it is linked in another way. The word for the clause follows from all of them. A clause
 * and its reverse have the same effects with stronger and weaker exchanged.
 */
import type { Clause, ClauseId } from '@quiesce/contract';
import type { Effect, FieldEffect } from './effect.js';
import { type FieldDifference, fieldDifferences } from './field-difference.js';
import type { DeclaredOptions } from './option-effect.js';

/** In the order in which they are listed; `renamed` may come with another, `reworded` with `relinked`. */
export const clauseChanges = [
  'removed',
  'weakened',
  'changed',
  'strengthened',
  'added',
  'renamed',
  'reworded',
  'relinked',
] as const;

export type ClauseChange = (typeof clauseChanges)[number];

/** What the users of the interface lose. `possible`: by the text alone, nobody can exclude it. */
export type Loss = 'certain' | 'possible' | 'none';

export interface ClauseDifference {
  /** Its id in the later revision, or the last one that it had. */
  readonly id: ClauseId;
  /** Never empty, in the order of `clauseChanges`. */
  readonly changes: readonly ClauseChange[];
  /** Absent: it was added. */
  readonly before?: Clause;
  /** Absent: it was removed. */
  readonly after?: Clause;
  /** In the order of the table of fields. Empty for what was added or removed. */
  readonly fields: readonly FieldDifference[];
  /** Short sentences without capital and full stop, the most important first. */
  readonly reasons: readonly string[];
  readonly loss: Loss;
}

/** The other clauses that a clause was made of, or that were made of it; empty in all but a few cases. */
export interface Kin {
  readonly before: readonly ClauseId[];
  readonly after: readonly ClauseId[];
}

/** Undefined if nothing that a reader would call a difference is there. */
export function diffClause(
  before: Clause,
  after: Clause,
  declared: DeclaredOptions,
  kin: Kin = { before: [], after: [] },
): ClauseDifference | undefined {
  const fields = fieldDifferences(before, after, declared);
  const effects = fields.flatMap((field) => field.effects);
  const isRenamed = before.id !== after.id;
  const isSplit = kin.before.length > 0 || kin.after.length > 0;
  const main = isSplit ? 'changed' : strengthOf(effects);
  const minor: readonly ClauseChange[] = [
    ...(has(effects, 'wording') ? ['reworded' as const] : []),
    ...(has(effects, 'link') ? ['relinked' as const] : []),
  ];
  const changes = [
    ...(main === undefined ? [] : [main]),
    ...(isRenamed ? ['renamed' as const] : []),
    ...(main === undefined ? minor : []),
  ];
  if (changes.length === 0) return undefined;
  return {
    id: after.id,
    changes: clauseChanges.filter((change) => changes.includes(change)),
    before,
    after,
    fields,
    reasons: [
      ...kinReasons(before, after, kin),
      ...(isRenamed && !isSplit ? [`it was ${before.id}`] : []),
      ...(['weaker', 'unclear', 'stronger', 'wording', 'link'] as const).flatMap((kind) =>
        effects.filter(({ effect }) => effect === kind).map(({ reason }) => reason),
      ),
    ],
    loss:
      has(effects, 'weaker') && !isSplit
        ? 'certain'
        : isSplit || has(effects, 'unclear')
          ? 'possible'
          : 'none',
  };
}

function strengthOf(effects: readonly FieldEffect[]): ClauseChange | undefined {
  const isStronger = has(effects, 'stronger');
  const isWeaker = has(effects, 'weaker');
  if (has(effects, 'unclear') || (isStronger && isWeaker)) return 'changed';
  if (isStronger) return 'strengthened';
  return isWeaker ? 'weakened' : undefined;
}

function has(effects: readonly FieldEffect[], kind: Effect): boolean {
  return effects.some(({ effect }) => effect === kind);
}

function kinReasons(before: Clause, after: Clause, kin: Kin): readonly string[] {
  const split = [after.id, ...kin.after].sort();
  const joined = [before.id, ...kin.before].sort();
  return [
    ...(kin.after.length > 0
      ? [`${before.id} was split into ${split.join(' and ')}; the text does not tell what they keep together`]
      : []),
    ...(kin.before.length > 0 ? [`${joined.join(' and ')} were joined into ${after.id}`] : []),
  ];
}
