/** The calls that a tracer makes from outside (`utrace_control`). None looks at which option it serves. */
import { lock, unlock } from '@quiesce/checker/language';
import type { Answer } from './answer.js';
import type { Engine } from './engine.js';
import { unlinkDetached } from './list.js';
import { detachCalled, detachReturns, resumeReturns } from './observations.js';
import type { DetachOption } from './option.js';
import { enterReach, leaveReach, touchTask } from './reach.js';
import { askForReport } from './request.js';
import { updateStopWanted, wakeUnlessWanted } from './stop.js';
import type { Task, Thread } from './task.js';

/** `utrace_control(task, engine, UTRACE_DETACH)`. */
export function detach(option: DetachOption, task: Task, engine: Engine, current: Thread): Answer {
  detachCalled(engine, current);
  let answer = markAndAsk(option, task, engine, current);
  if (answer === 0) answer = option.awaitCallbacks(engine, current, task);
  detachReturns(engine, current, answer);
  return answer;
}

function markAndAsk(option: DetachOption, task: Task, engine: Engine, current: Thread): Answer {
  const refused = begin(option, task, engine);
  if (refused !== 0) return refused;
  const quiet = option.isQuiet(task);
  option.markDetached(task, engine);
  let answer: Answer = 0;
  if (quiet) {
    unlinkDetached(task);
    wakeUnlessWanted(task);
  } else {
    askForReport(task);
    if (option.inProgress(task, engine, current)) answer = '-EINPROGRESS';
  }
  touchTask(task);
  unlock(task.lock);
  return answer;
}

/** Takes the lock, and gives 0; or gives the reason why the call is refused, without the lock. */
export function begin(option: DetachOption, task: Task, engine: Engine): Answer {
  enterReach(task);
  if (task.traits.freed && engine.ops === 'none') {
    leaveReach(task);
    return '-ESRCH';
  }
  touchTask(task);
  lock(task.lock);
  const refused = option.refusal(task, engine);
  if (refused !== 0) unlock(task.lock);
  leaveReach(task);
  return refused;
}

/** Why a call is refused, under the lock. The end of the task decides who cleans up: its callbacks, or the caller. */
export function refusal(task: Task, engine: Engine): Answer {
  if (engine.ops !== 'user') return '-ESRCH';
  if (task.reap) return '-ESRCH';
  if (task.death === 'begun') return '-EALREADY';
  return 0;
}

/** Whether the task stands still: stopped, or past its last user instruction with no report under way. */
export function isQuiet(task: Task): boolean {
  return task.stopped || task.exited;
}

/** `utrace_control(task, engine, UTRACE_STOP)`: 0 if the task is stopped, `-EINPROGRESS` if it was asked to. */
export function stop(option: DetachOption, task: Task, engine: Engine): Answer {
  const refused = begin(option, task, engine);
  if (refused !== 0) return refused;
  let answer: Answer = 0;
  if (task.exited) {
    answer = '-ESRCH';
  } else {
    engine.wantsStop = true;
    task.stopWanted = true;
    if (!task.stopped) {
      askForReport(task);
      answer = '-EINPROGRESS';
    }
  }
  unlock(task.lock);
  return answer;
}

/** `utrace_control(task, engine, UTRACE_RESUME)`: lifts the engine's stop. */
export function resume(option: DetachOption, task: Task, engine: Engine, current: Thread): Answer {
  const answer = begin(option, task, engine);
  if (answer === 0) {
    engine.wantsStop = false;
    updateStopWanted(task);
    wakeUnlessWanted(task);
    unlock(task.lock);
  }
  resumeReturns(engine, current, answer);
  return answer;
}
