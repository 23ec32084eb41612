/**
 * Which clause of one revision is which of the other: that of the same id, else the one that says `Was`.
 *
 * A clause may be named by several (it was split), or name several (they were joined). A `Was` that names a clause which
 * is still there under its own id binds nothing: the one that kept the id is the same clause. Pairing does not depend
 * on which of the two revisions is called the earlier one.
 */
import type { Clause, ClauseId } from '@quiesce/contract';
import type { Kin } from './clause-difference.js';

export interface ClausePair {
  readonly before: Clause;
  readonly after: Clause;
  readonly kin: Kin;
}

export interface PairedClauses {
  /** In the order of the later revision. */
  readonly pairs: readonly ClausePair[];
  readonly added: readonly Clause[];
  readonly removed: readonly Clause[];
}

/** Of several clauses with one id, which is an error, the first counts. */
export function pairClauses(before: readonly Clause[], after: readonly Clause[]): PairedClauses {
  const old = byId(before);
  const present = byId(after);
  const gone = Array.from(old.values()).filter(({ id }) => !present.has(id));
  const fresh = Array.from(present.values()).filter(({ id }) => !old.has(id));
  const isSame = (one: Clause, other: Clause) => other.was.includes(one.id) || one.was.includes(other.id);
  const pairs = Array.from(present.values()).flatMap((clause): readonly ClausePair[] => {
    const own = old.get(clause.id);
    if (own !== undefined) return [{ before: own, after: clause, kin: { before: [], after: [] } }];
    const earlier = gone.filter((one) => isSame(one, clause));
    return earlier.map((one) => {
      const heirs = fresh.filter((other) => isSame(one, other));
      return {
        before: one,
        after: clause,
        kin: { before: others(earlier, one), after: others(heirs, clause) },
      };
    });
  });
  return {
    pairs,
    added: fresh.filter((clause) => pairs.every((pair) => pair.after !== clause)),
    removed: gone.filter((clause) => pairs.every((pair) => pair.before !== clause)),
  };
}

function byId(clauses: readonly Clause[]): ReadonlyMap<ClauseId, Clause> {
  return new Map(
    clauses
      .toReversed()
      .map((clause) => [clause.id, clause] as const)
      .reverse(),
  );
}

function others(clauses: readonly Clause[], one: Clause): readonly ClauseId[] {
  return clauses.filter((clause) => clause !== one).map(({ id }) => id);
}
