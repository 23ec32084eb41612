/**
 * RCU-Tasks: there are no read-side sections. A grace period waits until each task has gone to user mode, or to sleep of
 * its own will; being preempted does not count.
 *
 * So a task costs nothing, and what is waited for is that nobody executes old text: unless it sleeps there.
 */
import { atomic, type Lock, lock, newLock, shared, smp_mb, unlock, when } from '@quiesce/checker/language';
import { fenceOn } from './ipi.js';

export interface TaskPlace {
  readonly name: string;
  /** In the kernel, and not asleep: preempted, perhaps. */
  busy: boolean;
  /** A grace period waits until the task is not busy. */
  heldUp: boolean;
}

export interface RcuTasks {
  readonly tasks: readonly TaskPlace[];
  /** Held through a grace period: there is one at a time. */
  readonly gracePeriod: Lock;
}

/** A task that begins in user mode. */
export function newTaskPlace(name: string): TaskPlace {
  return shared<TaskPlace>({ name, busy: false, heldUp: false });
}

export function newRcuTasks(tasks: readonly TaskPlace[]): RcuTasks {
  return { tasks, gracePeriod: newLock() };
}

/** The task enters the kernel, or wakes up. Both have fences of their own. */
export function becomeBusy(task: TaskPlace): void {
  task.busy = true;
  smp_mb();
}

/** The task goes to user mode, to sleep, or away for good. */
export function becomeQuiescent(task: TaskPlace): void {
  smp_mb();
  atomic(() => {
    task.busy = false;
    task.heldUp = false;
  });
}

/** Returns when every task has been in user mode or asleep at some time since the call. */
export function synchronizeRcuTasks(rcu: RcuTasks): void {
  lock(rcu.gracePeriod);
  for (const task of rcu.tasks) visit(task);
  for (const task of rcu.tasks) when(!task.heldUp);
  unlock(rcu.gracePeriod);
}

function visit(task: TaskPlace): void {
  fenceOn(task);
  atomic(() => {
    task.heldUp = task.busy;
  });
}
