import { assert, atomicDecAndTest, choose, type World, when } from '@quiesce/checker/language';
import {
  gather,
  isReleased,
  newPercpuRef,
  type PercpuRef,
  percpuRefKill,
  percpuRefPut,
  percpuRefTryGetLive,
} from '../../../src/sync/percpu-ref.js';
import { newRcu, newRcuReader, type Rcu, type RcuReader } from '../../../src/sync/rcu.js';
import { free, type Item, newItem } from './slot.js';

/** Two users, one of which gives its reference back on the other's processor, and one who kills. */
export function sound(): World {
  return system(percpuRefKill, percpuRefTryGetLive);
}

/** The counts are added up while somebody may still count on a processor. */
export function gatheredTooEarly(): World {
  return system(killWithoutGracePeriod, percpuRefTryGetLive);
}

/** A user that does not look whether the object is dead. */
export function deathIgnored(): World {
  return system(percpuRefKill, getAnyway);
}

type Kill = (ref: PercpuRef, rcu: Rcu) => void;
type TryGet = (ref: PercpuRef, reader: RcuReader, cpu: number) => boolean;

function system(kill: Kill, tryGet: TryGet): World {
  const readers = ['T0', 'T1'].map((name) => newRcuReader(name));
  const rcu = newRcu(readers);
  const ref = newPercpuRef('ref', 2);
  const item = newItem('item');
  return {
    processes: [
      { name: 'T0', body: () => use(ref, readers[0]!, tryGet, item) },
      { name: 'T1', body: () => use(ref, readers[1]!, tryGet, item) },
      { name: 'K', body: () => killAndFree(ref, rcu, kill, item) },
    ],
  };
}

function use(ref: PercpuRef, reader: RcuReader, tryGet: TryGet, item: Item): void {
  const home = reader.process === 'T0' ? 0 : 1;
  if (!tryGet(ref, reader, home)) return;
  assert(!item.freed, 'use after free');
  percpuRefPut(ref, reader, home);
}

function killAndFree(ref: PercpuRef, rcu: Rcu, kill: Kill, item: Item): void {
  kill(ref, rcu);
  when(isReleased(ref));
  free(item);
}

function killWithoutGracePeriod(ref: PercpuRef): void {
  ref.state = 'dead';
  gather(ref);
  atomicDecAndTest(ref, 'count');
}

function getAnyway(ref: PercpuRef, _reader: RcuReader, cpu: number): boolean {
  ref.counts[cpu] = ref.counts[cpu]! + 1;
  return true;
}

/** A reference that is taken on one processor and given back on any. */
export function migrating(): World {
  const reader = newRcuReader('T0');
  const rcu = newRcu([reader]);
  const ref = newPercpuRef('ref', 2);
  const item = newItem('item');
  return {
    processes: [
      { name: 'T0', body: () => wander(ref, reader, item) },
      { name: 'K', body: () => killAndFree(ref, rcu, percpuRefKill, item) },
    ],
  };
}

function wander(ref: PercpuRef, reader: RcuReader, item: Item): void {
  for (let round = 0; round < 2; round++) {
    if (!percpuRefTryGetLive(ref, reader, choose(0, 1))) return;
    assert(!item.freed, 'use after free');
    percpuRefPut(ref, reader, choose(0, 1));
  }
}

/** Without the confirmation it is not certain that nobody comes any more: one user has looked before the kill. */
export function unconfirmed(): World {
  return confirmSystem(markDead);
}

export function confirmed(): World {
  return confirmSystem(percpuRefKill);
}

/** K takes the item away from future users as soon as it has killed. The user who is there already does not need it. */
function confirmSystem(kill: Kill): World {
  const reader = newRcuReader('T0');
  const rcu = newRcu([reader]);
  const ref = newPercpuRef('ref', 1);
  const item = newItem('for new users');
  return {
    processes: [
      { name: 'T0', body: () => comeIn(ref, reader, item) },
      { name: 'K', body: () => killAndTakeAway(ref, rcu, kill, item) },
    ],
  };
}

function comeIn(ref: PercpuRef, reader: RcuReader, item: Item): void {
  // The first thing that a new user does, still inside the section in which it came.
  reader.nesting = 1;
  const live = ref.state === 'split';
  if (live) assert(!item.freed, 'use after free');
  reader.nesting = 0;
  reader.heldUp = false;
}

function killAndTakeAway(ref: PercpuRef, rcu: Rcu, kill: Kill, item: Item): void {
  kill(ref, rcu);
  free(item);
}

function markDead(ref: PercpuRef): void {
  ref.state = 'dead';
}
