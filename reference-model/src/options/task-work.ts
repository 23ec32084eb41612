/**
 * Task work: the detacher leaves the detach to the task, which does it where no callback is under way.
 *
 * Mechanism: detach queues a piece of work at the task and sleeps. The task does its work before the first engine's turn in
 * a report and after the last one's. Nobody else changes the table of an engine whose task runs, so the task need not
 * defend itself. Where the task stands still, or has run its last user instruction and takes no work any more, the
 * detacher does it, under the lock; and in a callback of the task, the task at once.
 * Contract: 0 means that no callback runs or will start, and it is exact; `-EINPROGRESS` does not exist. The call sleeps
 * until the task comes by, so it cannot be made under a lock that a callback takes. From a callback of the task itself it
 * returns at once.
 * Cost: nothing per event but a look at a word that the task looks at anyway; per detach a wait until the task's next
 * safe place, which comes late for a task in an uninterruptible sleep, and not while it is stopped for another engine.
 * Source: SystemTap's own layer since 2012, on the kernel's task work.
 */
import { atomic, lock, unlock, when } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import { common } from '../layer/common.js';
import { isQuiet, refusal } from '../layer/control.js';
import type { Engine } from '../layer/engine.js';
import { unlinkDetached } from '../layer/list.js';
import { markDetached } from '../layer/mark.js';
import { sleepEnds } from '../layer/observations.js';
import type { DetachOption } from '../layer/option.js';
import { touchTask } from '../layer/reach.js';
import { askForReport } from '../layer/request.js';
import type { Task, Thread } from '../layer/task.js';

export const taskWork: DetachOption = {
  ...common,
  title: 'The task itself detaches, at its next safe place; detach waits',
  ownerReferences: 1,
  beginPass: doWork,
  endPass: doWork,
  refusal: refusalOrQueued,
  detachSelf,
  markDetached: queueUnlessQuiet,
  awaitCallbacks: awaitWork,
};

/** In the task, between the turns of its engines. */
function doWork(task: Task): void {
  const queued = atomic(() => {
    let some = false;
    for (const engine of task.engines) if (engine.work !== 'none') some = true;
    return some;
  });
  if (!queued) return;
  lock(task.lock);
  for (const engine of task.engines) if (engine.work === 'detach') markDetached(task, engine);
  unlinkDetached(task);
  atomic(() => {
    for (const engine of task.engines) engine.work = 'none';
  });
  unlock(task.lock);
}

function refusalOrQueued(task: Task, engine: Engine): Answer {
  return engine.work === 'detach' ? '-ESRCH' : refusal(task, engine);
}

/** A callback's answer is applied on the spot. */
function detachSelf(_option: DetachOption, task: Task, engine: Engine): void {
  lock(task.lock);
  if (engine.ops === 'user') markDetached(task, engine);
  unlock(task.lock);
}

/** A stop that the engine wants must not keep the task from its work. */
function queueUnlessQuiet(task: Task, engine: Engine): void {
  if (isQuiet(task)) {
    markDetached(task, engine);
  } else {
    if (engine.wantsStop) task.stopWanted = false;
    engine.wantsStop = false;
    engine.work = 'detach';
  }
}

function awaitWork(engine: Engine, current: Thread, task: Task): Answer {
  if (current === task) {
    doOwnWork(task, engine);
    return 0;
  }
  // After a change of the mask the work is to come by, no more.
  atomic(() => {
    // Nothing keeps the task meanwhile: the engine alone is held.
    touchTask(task);
    if (engine.ops === 'user' && engine.work === 'none' && !isQuiet(task)) {
      engine.work = 'silence';
      askForReport(task);
    }
  });
  atomic(() => {
    when(engine.work === 'none' || (engine.work === 'silence' && isQuiet(task)));
    sleepEnds(engine);
  });
  return 0;
}

/** The engine stays on the list until the report is over: its own callback may have made the call. */
function doOwnWork(task: Task, engine: Engine): void {
  lock(task.lock);
  if (engine.work === 'detach') {
    markDetached(task, engine);
    engine.work = 'none';
  }
  unlock(task.lock);
}
