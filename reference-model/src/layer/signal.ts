/**
 * Signals, which a task looks at before it goes back to user mode. This path is not that of other reports: it comes first,
 * and it takes a request for a report with it (`utrace_get_signal`).
 */
import { atomic, lock, unlock, when } from '@quiesce/checker/language';
import { QUIESCE, SIGNAL } from './event.js';
import { signalComes } from './observations.js';
import type { DetachOption } from './option.js';
import { reportSpliced } from './report.js';
import type { Crew } from './target.js';
import type { Task } from './task.js';

/** A signal that is not fatal comes to the task. */
export function signalTask(task: Task): void {
  atomic(() => {
    task.signalled = true;
    signalComes(task);
  });
}

/** Whether the task goes through here before it goes anywhere else. */
export function hasSignal(task: Task): boolean {
  return atomic(() => task.signalled || task.request === 'interrupt');
}

/** One pass: the report that was asked for, or one signal, but not both. */
export function passSignals(option: DetachOption, task: Task): void {
  lock(task.lock);
  const asked = atomic(() => {
    const request = task.request;
    task.request = 'none';
    return request !== 'none';
  });
  option.spliceForSignal(task);
  unlock(task.lock);
  if (!asked) {
    task.signalled = false;
    if (someWants(task, SIGNAL | QUIESCE)) reportSpliced(option, task, 'signal');
  } else if (option.hearsRequest(task)) {
    reportSpliced(option, task, 'resume');
  }
}

/**
 * Whether a request that comes this way makes a report. It always does here. What shipped left the report out if no
 * engine wanted quiesce events, and lost a detach with it.
 */
export function hearsRequest(_task: Task): boolean {
  return true;
}

/** Whether an engine that is attached wants one of these events. */
export function someWants(task: Task, mask: number): boolean {
  return atomic(() => {
    let wanted = false;
    for (const engine of task.engines)
      if (engine.ops === 'user' && (engine.flags & mask) !== 0) wanted = true;
    return wanted;
  });
}

/** The system call sleeps: a signal, an interruption or SIGKILL breaks it off. It ends when nobody looks any more. */
export function sleepInCall(task: Task, crew: Crew): void {
  task.asleep = true;
  atomic(() => {
    when(task.killed || task.signalled || task.request === 'interrupt' || crew.active === 0);
    task.asleep = false;
  });
}
