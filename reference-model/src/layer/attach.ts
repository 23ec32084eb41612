/**
 * `utrace_attach_task`: attaches an engine, or looks one up.
 *
 * An engine that is to be attached stands ready with its callbacks and data; the call puts it on the task's list. So the
 * order of the list is that in which the engines stand ready, and not that of the calls.
 */
import { atomic, atomicInc, lock, unlock } from '@quiesce/checker/language';
import type { Answer } from './answer.js';
import type { Data } from './data.js';
import type { Engine } from './engine.js';
import type { Module } from './module.js';
import { attachCalled, attachReturns, engineFound, engineRead } from './observations.js';
import type { DetachOption } from './option.js';
import type { Task, Thread } from './task.js';

/** Which engines a call means: those with this table (MATCH_OPS: a module has one), or with this data (MATCH_DATA). */
export interface Match {
  readonly module: Module | null;
  readonly data: Data | null;
}

/**
 * With UTRACE_ATTACH_CREATE: attaches the engine, which wants no events yet, and gives the caller a reference where the
 * option has references. `unless`, for UTRACE_ATTACH_EXCLUSIVE: `-EEXIST` if such an engine is attached already.
 * `-ESRCH`: the task was reaped.
 */
export function attach(
  option: DetachOption,
  task: Task,
  engine: Engine,
  unless: Match | null,
  current: Thread,
): Answer {
  attachCalled(engine, current, unless !== null);
  lock(task.lock);
  const answer = option.enlist(option, task, engine, unless);
  unlock(task.lock);
  attachReturns(engine, current, answer);
  return answer;
}

/** Under the lock. */
export function enlist(option: DetachOption, task: Task, engine: Engine, unless: Match | null): Answer {
  if (unless !== null && findMatching(option, task, unless) !== null) return '-EEXIST';
  if (option.listIsTaken(task)) return '-ESRCH';
  atomic(() => {
    engine.ops = 'user';
    engine.references = 1 + option.ownerReferences;
    option.addEngine(task, engine);
  });
  return 0;
}

/** Without UTRACE_ATTACH_CREATE: the first engine that matches, with a reference for the caller, or `null` for `-ENOENT`. */
export function lookUp(option: DetachOption, task: Task, match: Match): Engine | null {
  lock(task.lock);
  const found = findMatching(option, task, match);
  if (found !== null && option.ownerReferences === 1) atomicInc(found, 'references');
  unlock(task.lock);
  return found;
}

/** Under the lock. */
export function findMatching(option: DetachOption, task: Task, match: Match): Engine | null {
  if (option.listIsTaken(task)) return null;
  for (const engine of task.engines) {
    const listed = atomic(() => engine.attached || engine.attaching);
    if (listed && matches(option, engine, match)) return engine;
  }
  return null;
}

function matches(option: DetachOption, engine: Engine, match: Match): boolean {
  engineRead(engine);
  if (match.module !== null && engine.module !== match.module) return false;
  if (match.data !== null && engine.data !== match.data) return false;
  return atomic(() => {
    if (!option.canBeFound(engine)) return false;
    engineFound(engine);
    return true;
  });
}

/** An engine that was detached is never found, also if the task has yet to take it off the list. */
export function canBeFound(engine: Engine): boolean {
  return engine.ops === 'user';
}

/** Under the lock: the reaper has taken the list away, to make its reports from it without the lock. */
export function listIsTaken(task: Task): boolean {
  return task.reap && task.death === 'over';
}
