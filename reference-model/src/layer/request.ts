/**
 * What a task is asked to do before it goes back to user mode (`utrace->resume`). There is one word for all who ask, and
 * the strongest wish wins, so that nobody's request is lost in another's.
 */
import { atomic } from '@quiesce/checker/language';
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
