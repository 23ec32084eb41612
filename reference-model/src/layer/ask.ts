/** The calls that ask a task for a callback: `utrace_control` with UTRACE_REPORT and UTRACE_INTERRUPT. */
import { unlock } from '@quiesce/checker/language';
import type { Answer } from './answer.js';
import { begin } from './control.js';
import type { Engine } from './engine.js';
import { QUIESCE } from './event.js';
import { requestCalled, requestReturns } from './observations.js';
import type { DetachOption } from './option.js';
import { askForReport, askToInterrupt } from './request.js';
import { updateStopWanted, wakeUnlessWanted } from './stop.js';
import type { Task, Thread } from './task.js';

/**
 * `report`: the task makes a callback to the engine before it goes back to user mode. `interrupt`: besides, it does so
 * soon, since a system call that sleeps is broken off. Both lift the engine's own stop. `-EINVAL` for a report to an
 * engine that does not want quiesce events.
 */
export function ask(
  option: DetachOption,
  task: Task,
  engine: Engine,
  what: 'report' | 'interrupt',
  current: Thread,
): Answer {
  requestCalled(engine, current);
  const answer = askUnderLock(option, task, engine, what);
  requestReturns(engine, current, answer);
  return answer;
}

function askUnderLock(
  option: DetachOption,
  task: Task,
  engine: Engine,
  what: 'report' | 'interrupt',
): Answer {
  if (what === 'report' && (engine.flags & QUIESCE) === 0) return '-EINVAL';
  const refused = begin(option, task, engine);
  if (refused !== 0) return refused;
  let answer: Answer = 0;
  if (task.exited) {
    answer = '-ESRCH';
  } else {
    engine.wantsStop = false;
    if (what === 'report') askForReport(task);
    else askToInterrupt(task);
    updateStopWanted(task);
    wakeUnlessWanted(task);
  }
  unlock(task.lock);
  return answer;
}
