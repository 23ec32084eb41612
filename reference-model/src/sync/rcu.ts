/**
 * RCU: a reader marks where its section begins and ends, and a grace period waits for those that have begun.
 *
 * The mechanism is small, but none of it is foreknowledge. A reader counts how deep it is, in a word of its own, without
 * a fence. A grace period visits each reader's processor, as a tick of the scheduler does: the processor makes a full
 * fence and says whether it is in a section. If it is, the end of that section, and no later one, lets the grace period
 * go on. So sections that begin afterwards do not hold it up.
 *
 * The same serves for regions in which preemption is off: both end where the processor next reports that it is quiescent.
 */
import {
  atomic,
  type Int,
  type Lock,
  lock,
  newLock,
  release,
  shared,
  smp_mb_on,
  unlock,
  when,
} from '@quiesce/checker/language';

export interface RcuReader {
  readonly name: string;
  /** The name of the process that reads. */
  readonly process: string;
  /** How many sections the reader is in; written by the reader alone. */
  nesting: Int<0, 2>;
  /** A grace period waits for the end of the section that the reader is in. */
  heldUp: boolean;
}

export interface Rcu {
  readonly name: string;
  readonly readers: readonly RcuReader[];
  /** Held through a grace period: there is one at a time. */
  readonly gracePeriod: Lock;
}

export function newRcuReader(process: string): RcuReader {
  return shared<RcuReader>({ name: `${process}.rcu`, process, nesting: 0, heldUp: false });
}

export function newRcu(readers: readonly RcuReader[]): Rcu {
  return shared<Rcu>({ name: 'rcu', readers, gracePeriod: newLock() });
}

export function rcuReadLock(reader: RcuReader): void {
  reader.nesting += 1;
}

export function rcuReadUnlock(reader: RcuReader): void {
  const left = reader.nesting - 1;
  reader.nesting = release(left);
  if (left === 0) reader.heldUp = false;
}

/** Returns when every section that had begun before the call has ended. Made inside a section, it never does. */
export function synchronizeRcu(rcu: Rcu): void {
  lock(rcu.gracePeriod);
  for (const reader of rcu.readers) visit(reader);
  for (const reader of rcu.readers) when(!reader.heldUp);
  unlock(rcu.gracePeriod);
}

function visit(reader: RcuReader): void {
  smp_mb_on(reader.process);
  atomic(() => {
    reader.heldUp = reader.nesting > 0;
  });
}
