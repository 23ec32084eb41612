/**
 * `utrace_set_events`: from now on the engine wants these events. Clearing one has the race that detach has, and adding
 * one may come too late for the task's end.
 */
import { atomic, lock, unlock } from '@quiesce/checker/language';
import type { Answer } from './answer.js';
import type { Engine } from './engine.js';
import { DEATH, QUIESCE } from './event.js';
import { setEventsCalled, setEventsReturns } from './observations.js';
import type { DetachOption } from './option.js';
import type { Task, Thread } from './task.js';

export function setEvents(
  option: DetachOption,
  task: Task,
  engine: Engine,
  flags: number,
  current: Thread,
): Answer {
  setEventsCalled(engine, current, flags);
  const answer = changeFlags(option, task, engine, flags, current);
  setEventsReturns(engine, current, answer);
  return answer;
}

function changeFlags(
  option: DetachOption,
  task: Task,
  engine: Engine,
  flags: number,
  current: Thread,
): Answer {
  lock(task.lock);
  const refused = option.refusesEvents(task, engine, flags);
  if (refused !== 0) {
    unlock(task.lock);
    return refused;
  }
  const quiet = option.isQuiet(task);
  const clears = atomic(() => {
    const cleared = engine.flags & ~flags;
    engine.flags = flags;
    return option.mindsCallback(cleared);
  });
  let answer: Answer = 0;
  if (clears && current !== task && !quiet && option.inProgress(task, engine, current))
    answer = '-EINPROGRESS';
  unlock(task.lock);
  if (clears && current !== task && answer === 0) answer = option.awaitCallbacks(engine, current, task);
  return answer;
}

/** Under the lock: why the call is refused, or 0. The death report decides by the mask as it was when it began. */
export function refusesEvents(task: Task, engine: Engine, flags: number): Answer {
  if (engine.ops !== 'user' || task.reap) return '-ESRCH';
  const tooLate = atomic(() => {
    const cleared = engine.flags & ~flags & (DEATH | QUIESCE);
    const added = flags & ~engine.flags & (DEATH | QUIESCE);
    return (cleared !== 0 && task.death === 'begun') || (added !== 0 && task.exited);
  });
  return tooLate ? '-EALREADY' : 0;
}

/** Whether a callback under way matters to the caller: only one whose event was just cleared. */
export function mindsCallback(cleared: number): boolean {
  return cleared !== 0;
}
