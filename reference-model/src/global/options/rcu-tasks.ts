/**
 * RCU-Tasks: no bracket at all; unregister waits until every task has been in user mode, or asleep.
 *
 * Mechanism: see sync/rcu-tasks.ts. A task is waited for from its entry into the kernel until it leaves it, whatever it does
 * there, unless it sleeps.
 * Contract: the whole of it for callbacks that do not sleep: one that sleeps counts as gone, with its return address on the
 * stack. Covers the first and the last instruction of whatever is called, which is what it was made for.
 * Cost: nothing per event; unregister waits for the slowest task of the system, which can be seconds.
 * Source: trampolines of ftrace, and of BPF around their reference count.
 */
import { becomeBusy, becomeQuiescent, synchronizeRcuTasks } from '../../sync/rcu-tasks.js';
import { common } from '../layer/common.js';
import type { GlobalOption } from '../layer/option.js';
import type { Registry } from '../layer/registry.js';
import type { Slot } from '../layer/slot.js';
import type { Thread } from '../layer/task.js';

export const rcuTasks: GlobalOption = {
  ...common,
  title: 'Unregister waits until each task has been in user mode, or asleep',
  beginReport: arrive,
  endReport: leave,
  fallAsleep: leave,
  wakeUp: arrive,
  beginWait: leave,
  endWait: arrive,
  awaitCallbacks: synchronize,
  awaitEvents: synchronize,
};

function arrive(thread: Thread): void {
  becomeBusy(thread.place);
}

function leave(thread: Thread): void {
  becomeQuiescent(thread.place);
}

function synchronize(registry: Registry, _slot: Slot): void {
  synchronizeRcuTasks(registry.rcuTasks);
}
