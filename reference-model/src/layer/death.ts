/**
 * How a traced task ends: the death report, which the task makes, and the reap reports, which its reaper makes, or the
 * task itself if the reaper came before the death report was over.
 */
import { lock, unlock, when } from '@quiesce/checker/language';
import { callThrough } from './callbacks.js';
import type { Engine } from './engine.js';
import { REAP } from './event.js';
import { unlink, unlinkDetached } from './list.js';
import type { DetachOption } from './option.js';
import { callEngines, report } from './report.js';
import { splice } from './splice.js';
import type { Task } from './task.js';

/** The last code that a task runs. */
export function exit(option: DetachOption, task: Task): void {
  report(option, task, 'exit');
  task.exited = true;
  lock(task.lock);
  task.death = 'begun';
  splice(task);
  unlock(task.lock);
  callEngines(option, task, 'death');
  lock(task.lock);
  task.death = 'over';
  splice(task);
  unlinkDetached(task);
  const reaped = task.reap;
  unlock(task.lock);
  if (reaped) option.reportReap(task);
}

/** The parent, once it has waited for the task. */
export function reap(option: DetachOption, task: Task): void {
  when(task.exited);
  lock(task.lock);
  task.reap = true;
  const reports = option.reaperReports(task);
  if (reports) splice(task);
  unlock(task.lock);
  if (reports) option.reportReap(task);
}

/** Under the lock: whether the reaper makes the reap reports; if not, the task will, after its death report. */
export function reaperReports(task: Task): boolean {
  return task.death === 'over';
}

/** Tells each engine that is left, and takes it off the list. No lock is held: `reap` keeps all calls away. */
export function reportReap(task: Task): void {
  for (const engine of task.engines) if (engine.attached) reportReapTo(task, engine);
}

function reportReapTo(task: Task, engine: Engine): void {
  if ((engine.flags & REAP) !== 0) callThrough(engine.ops, task, engine, 'reap');
  unlink(engine);
}
