/**
 * Record and scan: each task notes whose turn it is in, and unregister looks at all tasks.
 *
 * Mechanism: the note is one word of the task. The task stores it, makes a full barrier, and reads the slot; unregister
 * clears the slot, makes a full barrier, and goes through the list of tasks, waiting for each whose note names the slot. A
 * task that comes to the list later has an empty note, and finds the slot empty. An empty slot is passed over before the note
 * is stored: a task that reports all the time would otherwise have the note set whenever somebody looks.
 * Contract: the whole of it. A task that calls from its own callback finds itself in its own note, and is told so.
 * Cost: two stores and a full barrier per slot and event, private to the task; a walk through all tasks per unregister. A word
 * per task, which asynchronous detach needs as well.
 * Source: the record that the question proposes for one task, applied to all; one hazard pointer a task.
 */
import { acquire, release, smp_mb, when } from '@quiesce/checker/language';
import { common } from '../layer/common.js';
import type { GlobalOption } from '../layer/option.js';
import type { Registry } from '../layer/registry.js';
import type { Slot } from '../layer/slot.js';
import type { Task } from '../layer/task.js';

export const recordScan: GlobalOption = {
  ...common,
  title: 'A record in each task; unregister looks at all tasks',
  enter,
  leave,
  isInside: (current, slot) => current.record === slot,
  awaitCallbacks: scan,
  awaitEvents: scan,
};

function enter(task: Task, slot: Slot): boolean {
  if (slot.ops === null) return false;
  task.record = slot;
  smp_mb();
  return true;
}

export function leave(task: Task, _slot: Slot): void {
  task.record = release(null);
}

function scan(registry: Registry, slot: Slot): void {
  smp_mb();
  awaitRecords(registry, slot);
}

/** Waits for each task on the list whose record names the slot. */
export function awaitRecords(registry: Registry, slot: Slot): void {
  for (const task of registry.tasks) {
    if (task.listed) when(acquire(task.record) !== slot);
  }
}
