/**
 * How a module counts who uses it, in 2008 and today.
 *
 * In 2008 each processor had counts of its own, which a user changes with preemption off, without a locked operation. Who
 * unloads declares the module going, waits until no processor has preemption off from before, and then until the counts
 * add up to zero: only decrements are left by then. Increments and decrements are counted apart, and the decrements are
 * added up first, so that a user who comes and goes between two looks cannot make the sum too small. That was mended in
 * 2010.
 *
 * Today there is one atomic word, one for the module itself and one for each user. Who unloads takes the module's own
 * away if nobody else is there, and otherwise does not unload: nobody waits.
 */
import { atomic, type Int, shared, when } from '@quiesce/checker/language';
import { type Rcu, type RcuReader, rcuReadLock, rcuReadUnlock, synchronizeRcu } from './rcu.js';

/** The split counts wrap round; at most three users are there at a time. */
type Count = Int<0, 3>;

export interface ModuleCount {
  readonly name: string;
  going: boolean;
  /** By processor. */
  readonly gets: Count[];
  readonly puts: Count[];
  /** The form of today: the module itself and its users. */
  users: Int<0, 4>;
}

export function newModuleCount(name: string, processors: number): ModuleCount {
  const zeros = Array.from({ length: processors }, () => 0);
  return shared<ModuleCount>({ name, going: false, gets: zeros.slice(), puts: zeros.slice(), users: 1 });
}

/** `try_module_get` of 2008; the reader's section is the time in which preemption is off. */
export function tryGetSplit(module: ModuleCount, reader: RcuReader, cpu: number): boolean {
  rcuReadLock(reader);
  const live = !module.going;
  if (live) module.gets[cpu] = (module.gets[cpu]! + 1) & 3;
  rcuReadUnlock(reader);
  return live;
}

export function putSplit(module: ModuleCount, cpu: number): void {
  module.puts[cpu] = (module.puts[cpu]! + 1) & 3;
}

/** The first half of an unload that waits. Returns when there is no user, and there will be none. */
export function awaitUnused(module: ModuleCount, rcu: Rcu): void {
  module.going = true;
  synchronizeRcu(rcu);
  while (!isUnused(module)) when(sum(module.gets) === sum(module.puts));
}

/** One look: the decrements first. */
export function isUnused(module: ModuleCount): boolean {
  const puts = sum(module.puts);
  return sum(module.gets) === puts;
}

function sum(counts: readonly number[]): number {
  let total = 0;
  for (const count of counts) total = (total + count) & 3;
  return total;
}

/** `try_module_get` of today: `atomic_inc_not_zero`. */
export function tryGetShared(module: ModuleCount): boolean {
  return atomic(() => {
    if (module.users === 0) return false;
    module.users += 1;
    return true;
  });
}

export function putShared(module: ModuleCount): void {
  atomic(() => {
    module.users -= 1;
  });
}

/** The first half of an unload that does not wait; tells whether it goes on. */
export function tryStop(module: ModuleCount): boolean {
  return atomic(() => {
    if (module.users !== 1) return false;
    module.users = 0;
    return true;
  });
}
