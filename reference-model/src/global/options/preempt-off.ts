/**
 * Preemption off: callbacks run with preemption off, and unregister waits for a grace period of RCU.
 *
 * Mechanism: a region in which the task does not leave its processor is a section of RCU. Contract: the whole of it for
 * callbacks that do not sleep. One that does ends the section without knowing, where nothing checks for it.
 * Cost: next to nothing per event; a grace period per unregister, which also waits for all others who have preemption off.
 * Source: kprobes, ftrace, and tracepoints for most of their life.
 */
import { rcuReadLock, rcuReadUnlock, synchronizeRcu } from '../../sync/rcu.js';
import { common } from '../layer/common.js';
import type { GlobalOption } from '../layer/option.js';
import type { Registry } from '../layer/registry.js';
import type { Slot } from '../layer/slot.js';
import type { Task } from '../layer/task.js';

export const preemptOff: GlobalOption = {
  ...common,
  title: 'Preemption off in reports; unregister waits for a grace period',
  enter,
  leave,
  fallAsleep: (thread) => rcuReadUnlock(thread.reader),
  wakeUp: (thread) => rcuReadLock(thread.reader),
  awaitCallbacks: synchronize,
  awaitEvents: synchronize,
};

function enter(task: Task, _slot: Slot): boolean {
  rcuReadLock(task.reader);
  return true;
}

function leave(task: Task, _slot: Slot): void {
  rcuReadUnlock(task.reader);
}

function synchronize(registry: Registry, _slot: Slot): void {
  synchronizeRcu(registry.rcu);
}
