import { assert, shared, smp_mb, smp_mb_on, type World, when } from '@quiesce/checker/language';
import { fenceOn } from '../../../src/sync/ipi.js';

interface Slot {
  readonly name: string;
  /** The reader has announced itself. */
  announced: boolean;
  /** The owner has taken the object away from readers to come. */
  removed: boolean;
  freed: boolean;
}

/** The reader announces itself and looks, without a fence; the owner removes, interrupts, and looks. */
export function interrupted(): World {
  return system(fenceOnReader);
}

/** The owner makes its own fence, which says nothing about the reader's store. */
export function ownFenceOnly(): World {
  return system(ownFence);
}

/** The interrupt goes to a processor on which the reader does not run. */
export function wrongProcessor(): World {
  return system(fenceOnBystander);
}

/** Where the reader fences as well, the owner's own fence is enough. */
export function bothFence(): World {
  return system(ownFence, ownFence);
}

const reader = { name: 'R' };

function system(fence: () => void, readerFence: () => void = () => {}): World {
  const slot = shared<Slot>({ name: 'slot', announced: false, removed: false, freed: false });
  return {
    processes: [
      { name: reader.name, body: () => read(slot, readerFence) },
      { name: 'B', body: () => {} },
      { name: 'O', body: () => removeAndFree(slot, fence) },
    ],
  };
}

function read(slot: Slot, fence: () => void): void {
  slot.announced = true;
  fence();
  if (!slot.removed) assert(!slot.freed, 'use after free');
  slot.announced = false;
}

function removeAndFree(slot: Slot, fence: () => void): void {
  slot.removed = true;
  fence();
  when(!slot.announced);
  slot.freed = true;
}

function ownFence(): void {
  smp_mb();
}

function fenceOnReader(): void {
  fenceOn(reader);
}

function fenceOnBystander(): void {
  smp_mb_on('B');
}
