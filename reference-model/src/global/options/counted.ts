/**
 * Counted: one count in each slot, kept by the core, and unregister waits for it.
 *
 * Mechanism: one while the slot is in use, one for each task in its turn. A task adds one unless it finds zero; unregister
 * takes the slot's own away and waits for zero. The word that unregister changes is the word that tasks test, so it needs
 * no other barrier.
 * Contract: the whole of it. Callbacks may sleep.
 * Cost: two atomic operations per event on a line that all processors write: it is the one option whose cost per event grows
 * with their number. A word per slot.
 * Source: "the other obvious option" of the question.
 */
import { atomic, atomicDecAndTest, when } from '@quiesce/checker/language';
import { common } from '../layer/common.js';
import type { GlobalOption } from '../layer/option.js';
import type { Registry } from '../layer/registry.js';
import type { Slot } from '../layer/slot.js';
import type { Task } from '../layer/task.js';

export const counted: GlobalOption = {
  ...common,
  title: 'A count in the slot; unregister waits for zero',
  enter,
  leave,
  prepare: (slot) => {
    slot.inFlight = 1;
  },
  retire,
  awaitCallbacks: (_registry, slot) => when(slot.inFlight === 0),
  awaitEvents,
};

/** `atomic_inc_not_zero`. */
function enter(_task: Task, slot: Slot): boolean {
  return atomic(() => {
    if (slot.inFlight === 0) return false;
    slot.inFlight += 1;
    return true;
  });
}

function leave(_task: Task, slot: Slot): void {
  atomicDecAndTest(slot, 'inFlight');
}

function retire(slot: Slot): void {
  atomicDecAndTest(slot, 'inFlight');
}

/** Until at one moment no task is in the slot's turn, whatever it reports. */
function awaitEvents(_registry: Registry, slot: Slot): void {
  when(slot.inFlight <= 1);
}
