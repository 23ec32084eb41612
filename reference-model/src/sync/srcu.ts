/**
 * Sleepable RCU: readers count themselves in and out of one of two sides, and the updater waits until a side is empty.
 *
 * Each side has for each processor two counts that only grow: how often a section has begun there, and how often one has
 * ended. A reader may end its section on another processor, so only the sums say anything. They are taken one after the
 * other, ends first: then a section that is seen to end has been seen to begin.
 *
 * New readers take the side that `index` names. The updater empties the other side, which stragglers may have entered
 * that had looked at `index` long ago; then it turns `index` over and empties the side that was in use. So it waits for
 * no reader that comes after the turn, but for a reader that never ends it waits for ever, whatever that one reads.
 *
 * Stores on both sides come before loads: a reader counts itself in and fences before it reads, the updater has removed
 * what it removes and fences between the two sums. In a fast domain the readers do not fence: `srcu-fast.ts`.
 */
import { type Int, type Lock, lock, newLock, shared, smp_mb, unlock, when } from '@quiesce/checker/language';
import { type Rcu, synchronizeRcu } from './rcu.js';

/** Counts wrap round, where they can no longer be mistaken for one another. */
type Count = Int<0, 6>;

export interface SrcuSide {
  readonly name: string;
  /** By processor. One process at a time counts on a processor. */
  readonly begun: Count[];
  readonly ended: Count[];
}

export interface Srcu {
  readonly name: string;
  /** The side that new readers take. */
  index: 0 | 1;
  /** Counts are taken modulo this. */
  readonly modulus: number;
  readonly sides: readonly SrcuSide[];
  /** Held by the updater: there is one grace period at a time. */
  readonly gracePeriod: Lock;
}

/**
 * For up to three processors, with a reader on each. Between the two sums a reader can begin once more on a side that it has
 * looked up before, and the end of its section before that may still wait in its store buffer: so it can count twice.
 */
export function newSrcu(name: string, processors: number): Srcu {
  return shared<Srcu>({
    name,
    index: 0,
    modulus: 2 * processors + 1,
    sides: [newSide(`${name}.0`, processors), newSide(`${name}.1`, processors)],
    gracePeriod: newLock(),
  });
}

function newSide(name: string, processors: number): SrcuSide {
  const zeros = Array.from({ length: processors }, () => 0);
  return shared<SrcuSide>({ name, begun: zeros.slice(), ended: zeros.slice() });
}

/** Gives the side that the section is on, for the unlock. */
export function srcuReadLock(srcu: Srcu, cpu: number): 0 | 1 {
  const side = srcu.index;
  countIn(srcu, side, cpu);
  // Pairs with the updater's fence between the sums.
  smp_mb();
  return side;
}

export function srcuReadUnlock(srcu: Srcu, side: 0 | 1, cpu: number): void {
  // What the section has read, it has read before it is seen to end.
  smp_mb();
  countOut(srcu, side, cpu);
}

/** `this_cpu_inc`: nobody else writes the word of this processor. */
export function countIn(srcu: Srcu, side: 0 | 1, cpu: number): void {
  const counts = srcu.sides[side]!.begun;
  counts[cpu] = (counts[cpu]! + 1) % srcu.modulus;
}

export function countOut(srcu: Srcu, side: 0 | 1, cpu: number): void {
  const counts = srcu.sides[side]!.ended;
  counts[cpu] = (counts[cpu]! + 1) % srcu.modulus;
}

/** Returns when every section that had begun before the call has ended. Made inside a section, it never does. */
export function synchronizeSrcu(srcu: Srcu): void {
  turnOver(srcu, null);
}

/** `rcu`: what to wait for between two sums, instead of making the fence oneself. */
export function turnOver(srcu: Srcu, rcu: Rcu | null): void {
  lock(srcu.gracePeriod);
  const used = srcu.index;
  awaitEmpty(srcu, 1 - used, rcu);
  srcu.index = used === 0 ? 1 : 0;
  // Before the first sum: from here on each reader begins once more on the old side, at most. More could wrap a count round.
  smp_mb();
  awaitEmpty(srcu, used, rcu);
  unlock(srcu.gracePeriod);
}

/** Looks again only when another look can have another result. */
export function awaitEmpty(srcu: Srcu, side: number, rcu: Rcu | null): void {
  const begun = srcu.sides[side]!.begun;
  const ended = srcu.sides[side]!.ended;
  while (!looksEmpty(srcu, side, rcu)) when(sum(srcu, begun) === sum(srcu, ended));
}

function looksEmpty(srcu: Srcu, side: number, rcu: Rcu | null): boolean {
  const ended = sum(srcu, srcu.sides[side]!.ended);
  // The caller's stores come before the second sum, and the first sum too.
  if (rcu === null) smp_mb();
  else synchronizeRcu(rcu);
  return sum(srcu, srcu.sides[side]!.begun) === ended;
}

function sum(srcu: Srcu, counts: readonly number[]): number {
  let total = 0;
  for (const count of counts) total = (total + count) % srcu.modulus;
  return total;
}
