/** How a task stops for its engines, and what lifts the stop. */
import { atomic, lock, unlock, when } from '@quiesce/checker/language';
import { taskStops } from './observations.js';
import type { DetachOption } from './option.js';
import type { Task, Thread } from './task.js';

/** At the end of a report: the task stops if an engine on its list keeps it stopped. */
export function stopIfWanted(option: DetachOption, task: Task): void {
  if (!task.stopWanted) return;
  lock(task.lock);
  // The signal lock, under which SIGKILL comes, makes the test and the stop one step.
  atomic(() => {
    if (task.stopWanted && !task.killed) {
      task.stopped = true;
      if (task.traits.examined) task.sleeps += 1;
      taskStops(task);
    }
  });
  unlock(task.lock);
  option.rests(task);
  when(!task.stopped);
  option.wakes(task);
  option.finishStop(task);
}

/**
 * After waking up: SIGKILL wakes without asking who holds the lock, so a killed task waits here until a tracer that saw
 * it stopped has done what it does under the lock.
 */
export function finishStop(task: Task): void {
  if (task.killed) when(!task.lock.held);
}

/** Under the lock: the union over the engines on the list. */
export function updateStopWanted(task: Task): void {
  atomic(() => {
    let wanted = false;
    for (const engine of task.engines) if (engine.attached && engine.wantsStop) wanted = true;
    task.stopWanted = wanted;
  });
}

/** Under the lock: wakes the task if no engine keeps it stopped. */
export function wakeUnlessWanted(task: Task): void {
  atomic(() => {
    if (!task.stopWanted) task.stopped = false;
  });
}

/** SIGKILL to a traced task: breaks any stop. */
export function killTask(task: Task): void {
  atomic(() => {
    task.killed = true;
    task.stopped = false;
  });
}

/** SIGKILL to another thread: it may not wait interruptibly any more. */
export function killThread(thread: Thread): void {
  thread.killed = true;
}
