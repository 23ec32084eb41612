/** What the file of confirmations says after some links were confirmed. */
import type { Confirmation } from './confirmation.js';
import type { LinkedFrom } from './far-end.js';
import { linksOf } from './traceability.js';
import type { TracedClause } from './traced.js';

export interface NewConfirmations {
  readonly confirmations: readonly Confirmation[];
  /** Links that were not confirmed for the clause as it is, before. */
  readonly fresh: number;
  /** Entries of links that are no more. */
  readonly dropped: number;
}

/**
 * `confirmed`: the links that are; absent: all there are, and what is said of others is dropped. An entry under an earlier id of a clause
 * goes over to the present one.
 */
export function confirmLinks(
  before: readonly Confirmation[],
  traced: readonly TracedClause[],
  confirmed?: readonly LinkedFrom[],
): NewConfirmations {
  const all = traced.flatMap((from) => linksOf(from).map((link) => ({ from, link })));
  const named = confirmed ?? all;
  const isOf = (entry: Confirmation, { from, link }: LinkedFrom): boolean =>
    entry.kind === link.kind &&
    entry.to === link.to &&
    (entry.clause === from.clause.id || from.clause.was.includes(entry.clause));
  const others = before.filter((entry) => !named.some((one) => isOf(entry, one)));
  const kept = confirmed === undefined ? [] : others;
  const fresh = named.map(({ from, link }) => ({
    clause: from.clause.id,
    kind: link.kind,
    to: link.to,
    digest: from.digest,
  }));
  return {
    confirmations: [...kept, ...fresh],
    fresh: named.filter(({ link }) => link.confirmed !== 'confirmed').length,
    dropped: others.length - kept.length,
  };
}
