/**
 * SRCU: each slot has a domain of sleepable RCU, and unregister waits for a grace period in it.
 *
 * Mechanism: a task counts itself into one of two sides of the domain, in words of its processor; see sync/srcu.ts.
 * Contract: the whole of it. Callbacks may sleep. A call from the own callback waits for itself.
 * Cost: two adds to words of the processor and two full barriers per slot and event; a grace period, of two rounds, per
 * unregister. Two lines per processor and slot.
 * Source: SRCU notifiers, and tracepoints until they changed over to the fast form.
 */
import { srcuReadLock, srcuReadUnlock, synchronizeSrcu } from '../../sync/srcu.js';
import { common } from '../layer/common.js';
import type { GlobalOption } from '../layer/option.js';
import type { Registry } from '../layer/registry.js';
import type { Slot } from '../layer/slot.js';
import type { Task } from '../layer/task.js';

export const srcu: GlobalOption = {
  ...common,
  title: 'A domain of SRCU in each slot',
  enter,
  leave: (task, slot) => srcuReadUnlock(slot.srcu, task.side, task.cpu),
  awaitCallbacks: synchronize,
  awaitEvents: synchronize,
};

function enter(task: Task, slot: Slot): boolean {
  task.side = srcuReadLock(slot.srcu, task.cpu);
  return true;
}

function synchronize(_registry: Registry, slot: Slot): void {
  synchronizeSrcu(slot.srcu);
}
