import { assert, type Process, shared, smp_mb, type World, when } from '@quiesce/checker/language';
import {
  newRcu,
  newRcuReader,
  type Rcu,
  type RcuReader,
  rcuReadLock,
  rcuReadUnlock,
  synchronizeRcu,
} from '../../../src/sync/rcu.js';
import { free, type Item, newItem, newSlot, type Slot, useCurrent } from './slot.js';

/** Two readers, one of them nested, and an updater. */
export function sound(): World {
  return system(nested, synchronizeRcu);
}

export function withoutGracePeriod(): World {
  return system(nested, () => {});
}

/** The end of the inner section is taken for the end of the outer one. */
export function nestingIgnored(): World {
  return system(nestedAndForgetful, synchronizeRcu);
}

/** The grace period reads the words of readers that have not been made to fence. */
export function unfencedReaders(): World {
  return system(nested, synchronizeWithoutFences);
}

type Section = (reader: RcuReader, slot: Slot) => void;
type Wait = (rcu: Rcu) => void;

function system(section: Section, wait: Wait): World {
  const old = newItem('old');
  const slot = newSlot(old);
  const next = newItem('next');
  const readers = ['R0', 'R1'].map((name) => newRcuReader(name));
  const rcu = newRcu(readers);
  const sections = [section, plainly];
  const processes = readers.map(
    (reader, index): Process => ({ name: reader.process, body: () => sections[index]!(reader, slot) }),
  );
  return { processes: [...processes, { name: 'U', body: () => replace(slot, old, next, rcu, wait) }] };
}

function replace(slot: Slot, old: Item, next: Item, rcu: Rcu, wait: Wait): void {
  slot.current = next;
  smp_mb();
  wait(rcu);
  free(old);
}

function plainly(reader: RcuReader, slot: Slot): void {
  for (let round = 0; round < 2; round++) {
    rcuReadLock(reader);
    useCurrent(slot);
    rcuReadUnlock(reader);
  }
}

function nested(reader: RcuReader, slot: Slot): void {
  rcuReadLock(reader);
  const item = slot.current;
  rcuReadLock(reader);
  rcuReadUnlock(reader);
  assert(!item.freed, 'use after free');
  rcuReadUnlock(reader);
}

function nestedAndForgetful(reader: RcuReader, slot: Slot): void {
  rcuReadLock(reader);
  const item = slot.current;
  rcuReadLock(reader);
  reader.nesting = 1;
  reader.heldUp = false;
  assert(!item.freed, 'use after free');
  rcuReadUnlock(reader);
}

function synchronizeWithoutFences(rcu: Rcu): void {
  for (const reader of rcu.readers) when(reader.nesting === 0);
}

interface Gate {
  open: boolean;
}

/** R1 begins when the grace period has looked, and stays in its section until that grace period is over. */
export function lateReader(): World {
  return lateSystem(synchronizeRcu);
}

/** A grace period that waits until nobody reads waits for the late reader, which waits for it. */
export function lateReaderWaitedFor(): World {
  return lateSystem(awaitNobody);
}

function lateSystem(wait: Wait): World {
  const over = shared<Gate>({ open: false });
  const late = newRcuReader('R1');
  const early = newRcuReader('R0');
  const rcu = newRcu([late, early]);
  return {
    processes: [
      { name: 'R0', body: () => readUntilFollowed(early, late) },
      { name: 'R1', body: () => readUntilOver(late, early, over) },
      { name: 'U', body: () => waitAndTell(early, rcu, wait, over) },
    ],
  };
}

function readUntilFollowed(early: RcuReader, late: RcuReader): void {
  rcuReadLock(early);
  when(late.nesting === 1);
  rcuReadUnlock(early);
}

function readUntilOver(late: RcuReader, early: RcuReader, over: Gate): void {
  when(early.heldUp);
  rcuReadLock(late);
  when(over.open);
  rcuReadUnlock(late);
}

function waitAndTell(early: RcuReader, rcu: Rcu, wait: Wait, over: Gate): void {
  when(early.nesting === 1);
  wait(rcu);
  over.open = true;
}

function awaitNobody(rcu: Rcu): void {
  for (const reader of rcu.readers) reader.heldUp = reader.nesting > 0;
  for (const reader of rcu.readers) when(reader.nesting === 0);
}

/** Who waits for a grace period inside a section waits for itself. */
export function waiterInside(): World {
  const reader = newRcuReader('R0');
  const rcu = newRcu([reader]);
  return { processes: [{ name: 'R0', body: () => waitInside(reader, rcu) }] };
}

function waitInside(reader: RcuReader, rcu: Rcu): void {
  rcuReadLock(reader);
  synchronizeRcu(rcu);
  rcuReadUnlock(reader);
}
