/**
 * Asymmetric fence: the record without a barrier in the task; detach has the task's processor make it.
 *
 * Mechanism: as repaired-barrier, but the task stores the record and reads flags and table with nothing but a compiler
 * barrier between them. Detach stores flags and table, interrupts the processor on which the task runs, which makes a full
 * barrier there, and only then looks at the record: the task's store is visible by then, or its reads come after the swap.
 * A task that does not run has been through the scheduler, which makes the same barrier.
 * Contract: that of repaired-barrier, word for word.
 * Cost: per engine and event two stores, the second a release, which costs nothing on x86; 8 bytes per traced task; one
 * interrupt per detach from a running task, which disturbs processors that are not to be disturbed. To detach from all
 * tasks, one interrupt to all processors is enough.
 * Source: membarrier's expedited form; per-CPU rwsems and SRCU-fast move the barrier in the same way. Interrupts to other
 * processors were there in 2008, and nobody proposed it.
 *
 * Under sequential consistency no barrier does anything, and this is repaired-barrier. It is total store order that tells.
 */
import { acquire } from '@quiesce/checker/language';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Task, Thread } from '../layer/task.js';
import { fenceOn } from '../sync/ipi.js';
import { repairedBarrier } from './repaired-barrier.js';

export const asymmetricFence: DetachOption = {
  ...repairedBarrier,
  title: 'The record without a barrier; detach interrupts the processor to have it made there',
  enter,
  inProgress,
};

function enter(task: Task, engine: Engine): boolean {
  task.reporting = engine;
  return true;
}

function inProgress(task: Task, engine: Engine, current: Thread): boolean {
  if (current === task) return false;
  // Stands for a barrier in enter() as well.
  fenceOn(task);
  return acquire(task.reporting) === engine;
}
