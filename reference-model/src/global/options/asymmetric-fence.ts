/**
 * Asymmetric fence: the record, with the barrier moved from the report to unregister.
 *
 * Mechanism: as record-scan, but the task only keeps the compiler from turning its store and its loads round; unregister has
 * every processor make a full barrier, by an interrupt or a grace period, before it looks at the records.
 * Contract: that of record-scan, word for word.
 * Cost: two stores per slot and event; a broadcast and a walk through all tasks per unregister, which disturbs processors
 * that would rather not be disturbed. A word per task.
 * Source: membarrier, per-CPU reader-writer semaphores and SRCU-fast move their fences in the same way.
 */

import { fenceOn } from '../../sync/ipi.js';
import { common } from '../layer/common.js';
import type { GlobalOption } from '../layer/option.js';
import type { Registry } from '../layer/registry.js';
import type { Slot } from '../layer/slot.js';
import type { Task } from '../layer/task.js';
import { awaitRecords, leave } from './record-scan.js';

export const asymmetricFence: GlobalOption = {
  ...common,
  title: 'A record in each task, and all barriers in unregister',
  enter,
  leave,
  isInside: (current, slot) => current.record === slot,
  awaitCallbacks: fenceAllAndScan,
  awaitEvents: fenceAllAndScan,
};

function enter(task: Task, slot: Slot): boolean {
  if (slot.ops === null) return false;
  task.record = slot;
  return true;
}

function fenceAllAndScan(registry: Registry, slot: Slot): void {
  for (const task of registry.tasks) fenceOn(task);
  awaitRecords(registry, slot);
}
