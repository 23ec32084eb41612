/**
 * A reference count that is one word per processor while the object lives, and one atomic word when it is to go.
 *
 * Whoever takes a reference looks whether the count is still split, and counts on its own processor, inside an RCU
 * section. `kill` declares the object dead, waits for a grace period, after which nobody counts on a processor any more,
 * adds what was counted there to the atomic word, and gives the first reference back. The word starts with a bias, which
 * is taken away with the sum: it cannot come to zero before all has been added. That no new reference can be taken is
 * certain only after the grace period, which is what the `confirm` callback says in the kernel.
 */
import { atomic, atomicDecAndTest, type Int, shared } from '@quiesce/checker/language';
import { type Rcu, type RcuReader, rcuReadLock, rcuReadUnlock, synchronizeRcu } from './rcu.js';

export interface PercpuRef {
  readonly name: string;
  /** `dead`: nobody may take a reference, and counting goes to `count`. */
  state: 'split' | 'dead';
  /** References; while split, `bias` and the first one. */
  count: Int<0, 6>;
  /** By processor; a reference may be given back on another one than it was taken on. */
  readonly counts: Int<-2, 2>[];
}

const bias = 3;

export function newPercpuRef(name: string, processors: number): PercpuRef {
  return shared<PercpuRef>({
    name,
    state: 'split',
    count: bias + 1,
    counts: Array.from({ length: processors }, () => 0),
  });
}

/** Takes a reference unless the object is dead; tells whether. */
export function percpuRefTryGetLive(ref: PercpuRef, reader: RcuReader, cpu: number): boolean {
  rcuReadLock(reader);
  const live = ref.state === 'split';
  if (live) ref.counts[cpu] = ref.counts[cpu]! + 1;
  rcuReadUnlock(reader);
  return live;
}

/** Gives a reference back. */
export function percpuRefPut(ref: PercpuRef, reader: RcuReader, cpu: number): void {
  rcuReadLock(reader);
  if (ref.state === 'split') ref.counts[cpu] = ref.counts[cpu]! - 1;
  else atomicDecAndTest(ref, 'count');
  rcuReadUnlock(reader);
}

/** Returns when it is confirmed that no reference can be taken any more. The first reference is given back. */
export function percpuRefKill(ref: PercpuRef, rcu: Rcu): void {
  ref.state = 'dead';
  synchronizeRcu(rcu);
  gather(ref);
  atomicDecAndTest(ref, 'count');
}

/** After the grace period: the words of the processors do not change any more. */
export function gather(ref: PercpuRef): void {
  let sum = 0;
  for (const count of ref.counts) sum += count;
  atomic(() => {
    ref.count += sum - bias;
  });
}

/** `percpu_ref_reinit`: makes a released count, which nobody looks at, as good as new. */
export function percpuRefRevive(ref: PercpuRef): void {
  ref.count = bias + 1;
  for (let cpu = 0; cpu < ref.counts.length; cpu++) ref.counts[cpu] = 0;
  ref.state = 'split';
}

/** Whether the last reference was given back. To be asked in one step. */
export function isReleased(ref: PercpuRef): boolean {
  return ref.state === 'dead' && ref.count === 0;
}
