/**
 * Engines that were attached while a report was under way. The task walks its list without a lock, so a new engine waits
 * beside it, and comes onto it where the task begins a report: it is not told of the event that is being reported.
 */
import { atomic, lock, unlock } from '@quiesce/checker/language';
import type { Engine } from './engine.js';
import type { Task } from './task.js';

/** Under the lock: a new engine waits for the next report. */
export function addEngine(task: Task, engine: Engine): void {
  atomic(() => {
    engine.attaching = true;
    task.pendingAttach = true;
  });
}

/** Under the lock, where no report is under way: puts on the list what waits (`splice_attaching`). */
export function splice(task: Task): void {
  if (!task.traits.grows) return;
  atomic(() => {
    for (const engine of task.engines)
      if (engine.attaching) {
        engine.attached = true;
        engine.attaching = false;
      }
    task.pendingAttach = false;
  });
}

/** Where the task begins a report. */
export function startReport(task: Task): void {
  if (!task.pendingAttach) return;
  lock(task.lock);
  splice(task);
  unlock(task.lock);
}
