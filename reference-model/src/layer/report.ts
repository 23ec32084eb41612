/** Reports: the task tells its engines of an event. */
import { lock, unlock } from '@quiesce/checker/language';
import type { Event } from './event.js';
import { unlinkDetached } from './list.js';
import { reportBegins, reportEnds } from './observations.js';
import type { DetachOption } from './option.js';
import { splice, startReport } from './splice.js';
import { stopIfWanted } from './stop.js';
import type { Task } from './task.js';
import { takeTurn } from './turn.js';

/** One report of an event in a task's life: afterwards detached engines are off the list, and the task may stop. */
export function report(option: DetachOption, task: Task, event: Event): void {
  if (task.traits.grows) {
    reportBegins(task);
    startReport(task);
  }
  reportSpliced(option, task, event);
}

/** The same, where the engines that were attached meanwhile are on the list already. */
export function reportSpliced(option: DetachOption, task: Task, event: Event): void {
  const detached = callEngines(option, task, event);
  if (task.traits.grows) reportEnds(task);
  if (detached) {
    lock(task.lock);
    splice(task);
    unlinkDetached(task);
    unlock(task.lock);
  }
  stopIfWanted(option, task);
}

/** Lets each engine take its turn, in attach order. Tells whether one of them turned out to be detached. */
export function callEngines(option: DetachOption, task: Task, event: Event): boolean {
  let detached = false;
  option.beginPass(task);
  for (const engine of task.engines) if (takeTurn(option, task, engine, event)) detached = true;
  option.endPass(task);
  return detached;
}
