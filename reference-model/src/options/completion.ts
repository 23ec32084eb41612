/**
 * Completion: detach returns at once, and a last call tells the owner when nothing can run any more.
 *
 * Mechanism: each engine has a count as in counted. Whoever takes the last one away, the detacher or the task on its way
 * out of a callback, calls the owner's completion function, with no lock held. An engine that its task's end takes off the
 * list is completed after its last callback.
 * Contract: the completion function is called exactly once, and after it no callback runs or will start: there the
 * owner's data is freed. 0: it has been called, and has returned. `-EINPROGRESS`: it will be called. `-EALREADY` and `-ESRCH`
 * as ever: the final callbacks clean up, and the completion comes after them. Detach waits for nothing, so it can be called
 * under locks and in the engine's own callback.
 * Cost: as counted; the engine's memory stays until the completion.
 * Source: closing a handle in user-space event loops; utrace's release hook was a half of it. The completion function is
 * text of the module, and before the text goes its return has to be waited for: the core notes it, and the owner's exit
 * function sleeps on the core's note. A flag that the function sets itself would come before its last instruction.
 *
 * The function may be called before detach returns. It must not take a lock that a detacher holds.
 */
import { atomic, atomicDecAndTest, cmpxchg, when } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import { callThrough } from '../layer/callbacks.js';
import { freeData } from '../layer/data.js';
import type { Engine } from '../layer/engine.js';
import { REAP } from '../layer/event.js';
import { unlink } from '../layer/list.js';
import { markDetached } from '../layer/mark.js';
import { completionReturns, completionStarts, sleepEnds } from '../layer/observations.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { counted } from './counted.js';

export const completion: DetachOption = {
  ...counted,
  title: 'Detach returns at once; a last call tells when it is over',
  leave,
  markDetached: markAndDrop,
  awaitCallbacks: completeOrLeave,
  reportReap,
  ownerMayFree: () => false,
  ownerMayUnload: awaitCompletion,
};

function leave(_task: Task, engine: Engine): void {
  if (atomicDecAndTest(engine, 'inFlight')) complete(engine);
}

/** Under the lock, so the completion has to wait a little. */
function markAndDrop(task: Task, engine: Engine): void {
  markDetached(task, engine);
  if (atomicDecAndTest(engine, 'inFlight')) engine.completion = 'due';
}

/** After the lock was dropped. A call that cleared events does not wait either, and tells what it finds. */
function completeOrLeave(engine: Engine): Answer {
  if (engine.ops === 'user') return engine.inFlight > 1 ? '-EINPROGRESS' : 0;
  if (cmpxchg(engine, 'completion', 'due', 'begun') !== 'due') return '-EINPROGRESS';
  complete(engine);
  return 0;
}

/** The owner's function: it frees what no final callback has freed. */
function complete(engine: Engine): void {
  completionStarts(engine);
  if (!engine.data.freed) freeData(engine);
  completionReturns(engine);
  engine.completion = 'given';
}

/** What was not detached before ends here. */
function reportReap(task: Task): void {
  for (const engine of task.engines)
    if (engine.attached) {
      if ((engine.flags & REAP) !== 0) callThrough(engine.ops, task, engine, 'reap');
      if (atomicDecAndTest(engine, 'inFlight')) complete(engine);
      unlink(engine);
    }
}

/** The exit function sleeps until the completion has returned. What is left to the task's end keeps the module loaded. */
function awaitCompletion(engine: Engine, answer: Answer): boolean {
  if (answer !== 0 && answer !== '-EINPROGRESS') return false;
  atomic(() => {
    when(engine.completion === 'given');
    sleepEnds(engine);
  });
  return true;
}
