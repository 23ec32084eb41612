/**
 * SRCU with readers that make no fence: the updater makes it for them.
 *
 * Where the updater of a classic domain makes a fence between its two sums, that of a fast domain waits for an RCU grace
 * period, in which every processor that a reader may run on makes a full fence. So a reader's count is seen by the second
 * sum, or the reader has counted after that fence and reads what the updater had stored before it; and a reader whose end
 * has been counted had read before that. One domain must not be used by both kinds of reader.
 */
import type { Rcu } from './rcu.js';
import { countIn, countOut, type Srcu, turnOver } from './srcu.js';

/** Gives the side that the section is on, for the unlock. Readers must be where a grace period of RCU sees them. */
export function srcuReadLockFast(srcu: Srcu, cpu: number): 0 | 1 {
  const side = srcu.index;
  countIn(srcu, side, cpu);
  return side;
}

export function srcuReadUnlockFast(srcu: Srcu, side: 0 | 1, cpu: number): void {
  countOut(srcu, side, cpu);
}

/** As `synchronizeSrcu`; every processor that a reader may run on must be one of `rcu`. */
export function synchronizeSrcuFast(srcu: Srcu, rcu: Rcu): void {
  turnOver(srcu, rcu);
}
