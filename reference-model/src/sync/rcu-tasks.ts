/**
 * RCU-Tasks: there are no read-side sections. A grace period waits until each task has gone to user mode, or to sleep of
 * its own will; being preempted does not count.
 *
 * So a task costs nothing, and what is waited for is that nobody executes old text: unless it sleeps there.
 */
import {
  atomic,
  type Lock,
  lock,
  newLock,
  shared,
  smp_mb,
  smp_mb_on,
  unlock,
  when,
} from '@quiesce/checker/language';

export interface TaskPlace {
  readonly name: string;
  /** The name of the task's process. */
  readonly process: string;
  /** In the kernel, and not asleep: preempted, perhaps. */
  busy: boolean;
  /** A grace period waits until the task is not busy. */
  heldUp: boolean;
}

export interface RcuTasks {
  readonly name: string;
  readonly tasks: readonly TaskPlace[];
  /** Held through a grace period: there is one at a time. */
  readonly gracePeriod: Lock;
}

/** A task that begins in user mode. */
export function newTaskPlace(process: string): TaskPlace {
  return shared<TaskPlace>({ name: `${process}.place`, process, busy: false, heldUp: false });
}

export function newRcuTasks(tasks: readonly TaskPlace[]): RcuTasks {
  return shared<RcuTasks>({ name: 'rcu-tasks', tasks, gracePeriod: newLock() });
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
  smp_mb_on(task.process);
  atomic(() => {
    task.heldUp = task.busy;
  });
}
