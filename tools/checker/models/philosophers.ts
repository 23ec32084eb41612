/**
 * Dining philosophers who all take the left fork first, and so can starve each other: a deadlock with a known place.
 *
 * A toy with a known number of states, for tests and measurements of the explorer.
 */
import { type Lock, lock, newLock, step, unlock, type World } from '@quiesce/checker/language';

function philosopher(left: Lock, right: Lock): void {
  while (true) {
    step();
    lock(left);
    lock(right);
    unlock(left);
    unlock(right);
  }
}

/** A table for `count` of them, with as many forks. */
export function philosophers(count: number): World {
  const forks = Array.from({ length: count }, () => newLock());
  return {
    processes: forks.map((fork, seat) => ({
      name: `P${seat}`,
      body: () => philosopher(fork, forks[(seat + 1) % count]!),
    })),
  };
}
