import { assert, choose, smp_mb, type World, when } from '@quiesce/checker/language';
import { newRcu, newRcuReader } from '../../../src/sync/rcu.js';
import {
  awaitEmpty,
  newSrcu,
  type Srcu,
  srcuReadLock,
  srcuReadUnlock,
  synchronizeSrcu,
} from '../../../src/sync/srcu.js';
import { srcuReadLockFast, srcuReadUnlockFast, synchronizeSrcuFast } from '../../../src/sync/srcu-fast.js';
import { free, type Item, newItem, newSlot, type Slot, useCurrent } from './slot.js';

type Side = 0 | 1;

interface Readers {
  readonly enter: (srcu: Srcu, cpu: number) => Side;
  readonly leave: (srcu: Srcu, side: Side, cpu: number) => void;
}

const classic: Readers = { enter: srcuReadLock, leave: srcuReadUnlock };
const fast: Readers = { enter: srcuReadLockFast, leave: srcuReadUnlockFast };

/** One reader, which may end its section on another processor than it began it on, and an updater that replaces twice. */
export function sound(): World {
  return system(newSrcu('S', 2), classic, synchronizeSrcu);
}

/** The same without fences in the reader. */
export function soundFast(): World {
  const rcu = newRcu([newRcuReader('R')]);
  return system(newSrcu('S', 2), fast, (srcu) => synchronizeSrcuFast(srcu, rcu));
}

/** Readers that do not fence, and an updater that relies on their fences. */
export function mixed(): World {
  return system(newSrcu('S', 2), fast, synchronizeSrcu);
}

export function withoutGracePeriod(): World {
  return system(newSrcu('S', 2), classic, () => {});
}

/** A straggler has looked at the index two grace periods ago, and counts itself in on the side that is not emptied. */
export function oneSideOnly(): World {
  return system(newSrcu('S', 2), classic, turnAndEmpty);
}

/** The section's end is counted on the side that is in use then, and not on the one where it began. */
export function wrongSide(): World {
  return system(newSrcu('S', 2), { ...classic, leave: leaveOnIndex }, synchronizeSrcu);
}

function system(srcu: Srcu, readers: Readers, wait: (srcu: Srcu) => void): World {
  const items = ['first', 'second', 'third'].map((name) => newItem(name));
  const slot = newSlot(items[0]!);
  return {
    processes: [
      { name: 'R', body: () => read(srcu, readers, slot) },
      { name: 'U', body: () => replaceTwice(srcu, slot, items, wait) },
    ],
  };
}

function read(srcu: Srcu, readers: Readers, slot: Slot): void {
  for (let round = 0; round < 2; round++) {
    const side = readers.enter(srcu, 0);
    useCurrent(slot);
    readers.leave(srcu, side, choose(0, srcu.sides[0]!.begun.length - 1));
  }
}

function replaceTwice(srcu: Srcu, slot: Slot, items: readonly Item[], wait: (srcu: Srcu) => void): void {
  for (let at = 0; at < 2; at++) {
    slot.current = items[at + 1]!;
    smp_mb();
    wait(srcu);
    free(items[at]!);
  }
}

function turnAndEmpty(srcu: Srcu): void {
  const used = srcu.index;
  srcu.index = used === 0 ? 1 : 0;
  awaitEmpty(srcu, used, null);
}

function leaveOnIndex(srcu: Srcu, _side: Side, cpu: number): void {
  srcuReadUnlock(srcu, srcu.index, cpu);
}

/** A torn sum: whoever adds up the begins first misses a reader that comes and goes, and takes its end for another's. */
export function endsFirst(): World {
  return tornSystem(isEmptyByEnds);
}

export function beginsFirst(): World {
  return tornSystem(isEmptyByBegins);
}

/** R0 stays in its section until the updater has looked; R1 comes and goes meanwhile, all on one side. */
function tornSystem(looksEmpty: (srcu: Srcu) => boolean): World {
  const srcu = newSrcu('S', 2);
  const looked = newSlot(newItem('not yet'));
  return {
    processes: [
      { name: 'R0', body: () => stay(srcu, looked) },
      { name: 'R1', body: () => comeAndGo(srcu) },
      { name: 'U', body: () => look(srcu, looked, looksEmpty) },
    ],
  };
}

function stay(srcu: Srcu, looked: Slot): void {
  const side = srcuReadLock(srcu, 0);
  when(looked.current.freed);
  srcuReadUnlock(srcu, side, 0);
}

function comeAndGo(srcu: Srcu): void {
  const side = srcuReadLock(srcu, 1);
  srcuReadUnlock(srcu, side, 1);
}

function look(srcu: Srcu, looked: Slot, looksEmpty: (srcu: Srcu) => boolean): void {
  when(srcu.sides[0]!.begun[0] === 1);
  assert(!looksEmpty(srcu), 'a side that is not empty looks so');
  free(looked.current);
}

function isEmptyByEnds(srcu: Srcu): boolean {
  const side = srcu.sides[0]!;
  const ended = side.ended[0]! + side.ended[1]!;
  return side.begun[0]! + side.begun[1]! === ended;
}

function isEmptyByBegins(srcu: Srcu): boolean {
  const side = srcu.sides[0]!;
  const begun = side.begun[0]! + side.begun[1]!;
  return side.ended[0]! + side.ended[1]! === begun;
}

/** Who waits for a grace period inside a section waits for itself. */
export function waiterInside(): World {
  const srcu = newSrcu('S', 1);
  return { processes: [{ name: 'R', body: () => waitInside(srcu) }] };
}

function waitInside(srcu: Srcu): void {
  const side = srcuReadLock(srcu, 0);
  synchronizeSrcu(srcu);
  srcuReadUnlock(srcu, side, 0);
}
