/**
 * Reaching a task through an engine. The caller holds the engine and perhaps not the task, which can be reaped and freed
 * at any time: an RCU section keeps it valid, from before the engine is looked at until the lock does. Where a scenario
 * frees no task, all of this is nothing.
 */
import { atomic, atomicDecAndTest, atomicInc, when } from '@quiesce/checker/language';
import { taskFreed, taskTouched } from './observations.js';
import type { Task } from './task.js';

/** `rcu_read_lock()`. */
export function enterReach(task: Task): void {
  if (task.traits.freed) atomicInc(task, 'readers');
}

/** `rcu_read_unlock()`. */
export function leaveReach(task: Task): void {
  if (task.traits.freed) atomicDecAndTest(task, 'readers');
}

/** An access to the task's memory by somebody else. */
export function touchTask(task: Task): void {
  if (task.traits.freed) taskTouched(task);
}

/** The last reference to a task that was reaped is given back: its memory is freed after a grace period. */
export function freeTask(task: Task): void {
  atomic(() => {
    let listed = false;
    for (const engine of task.engines) if (engine.attached) listed = true;
    when(task.reap && task.death === 'over' && !listed && task.readers === 0);
    task.freed = true;
    taskFreed(task);
  });
}
