/**
 * What a task is asked to do before it goes back to user mode (`utrace->resume`). There is one word for all who ask, and
 * the strongest wish wins, so that nobody's request is lost in another's.
 */
import { atomic, when } from '@quiesce/checker/language';
import type { Task } from './task.js';

/**
 * In the order of strength, the strongest first. `stop` is a callback's answer and no request: if it were noted here, no
 * other could be.
 */
export type Request = 'stop' | 'interrupt' | 'report' | 'none';

/** Under the lock: the task makes a report before it goes back to user mode (`TIF_NOTIFY_RESUME`). */
export function askForReport(task: Task): void {
  atomic(() => {
    if (task.request === 'none') task.request = 'report';
  });
}

/** Under the lock: besides, a system call that sleeps is broken off (`TIF_SIGPENDING`). */
export function askToInterrupt(task: Task): void {
  atomic(() => {
    if (task.request === 'none' || task.request === 'report') task.request = 'interrupt';
  });
}

/**
 * The task takes the request back, before it looks what its engines want: `start_report` does so under the lock. The
 * critical section is this one access, so it is one step. Without the lock the store could be late, and wipe out a request
 * that came after the look.
 */
export function takeRequest(task: Task): void {
  atomic(() => {
    when(!task.lock.held);
    task.request = 'none';
  });
}
