/**
 * SRCU-fast with a note: as srcu-fast, and the task notes whose turn it is in, for nobody but itself.
 *
 * Mechanism: srcu-fast, and a word of the task that only the task itself reads, when it calls unregister. So the note needs no
 * barrier, and nobody walks through the tasks.
 * Contract: that of srcu-fast, and a task that calls from its own callback is told so.
 * Cost: that of srcu-fast, and two stores per slot and event to a word of the task. The word is that of asynchronous detach.
 * Source: what record-scan and srcu-fast leave to each other.
 */
import type { GlobalOption } from '../layer/option.js';
import type { Slot } from '../layer/slot.js';
import type { Task } from '../layer/task.js';
import { srcuFast } from './srcu-fast.js';

export const srcuFastNote: GlobalOption = {
  ...srcuFast,
  title: 'SRCU with no barrier in reports, and a note for the task itself',
  enter,
  leave,
  isInside: (current, slot) => current.record === slot,
};

function enter(task: Task, slot: Slot): boolean {
  const open = srcuFast.enter(task, slot);
  task.record = slot;
  return open;
}

function leave(task: Task, slot: Slot): void {
  task.record = null;
  srcuFast.leave(task, slot);
}
