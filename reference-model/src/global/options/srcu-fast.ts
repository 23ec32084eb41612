/**
 * SRCU-fast: as srcu, with the readers' barriers moved into the grace period.
 *
 * Mechanism: a task adds to the words of its processor and makes no barrier; between its two sums the grace period waits for
 * an RCU grace period, in which every processor makes one.
 * Contract: that of srcu. Callbacks may sleep. Reports must be where RCU watches, which they are.
 * Cost: two adds to words of the processor per slot and event, and nothing else; several grace periods of RCU per unregister.
 * Two lines per processor and slot.
 * Source: what tracepoints use in 7.0.
 */
import { srcuReadLockFast, srcuReadUnlockFast, synchronizeSrcuFast } from '../../sync/srcu-fast.js';
import { common } from '../layer/common.js';
import type { GlobalOption } from '../layer/option.js';
import type { Registry } from '../layer/registry.js';
import type { Slot } from '../layer/slot.js';
import type { Task } from '../layer/task.js';

export const srcuFast: GlobalOption = {
  ...common,
  title: 'A domain of SRCU in each slot, with no barrier in reports',
  enter,
  leave: (task, slot) => srcuReadUnlockFast(slot.srcu, task.side, task.cpu),
  awaitCallbacks: synchronize,
  awaitEvents: synchronize,
};

function enter(task: Task, slot: Slot): boolean {
  task.side = srcuReadLockFast(slot.srcu, task.cpu);
  return true;
}

function synchronize(registry: Registry, slot: Slot): void {
  synchronizeSrcuFast(slot.srcu, registry.rcu);
}
