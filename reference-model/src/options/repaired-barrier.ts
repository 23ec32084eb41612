/**
 * Repaired barrier: record and barrier, with the errors of the barrier mended and the contract's shape kept.
 *
 * Mechanism: as record-barrier, and six things differ. The record is cleared by a release and read by an acquire. The
 * barrier waits for the callback and not for the list, so that other engines do not matter. It waits for the death and
 * reap callbacks, too. It sleeps until the task wakes it at the end of a turn, and does not look at signals. A second
 * detacher is told `-EALREADY`, as one who comes during the death report, and can wait. To the task itself, which is in one
 * callback at a time, detach never says that one is in progress.
 * Contract: as record-barrier; and after any answer, once the barrier has been waited for, no callback runs or will start.
 * An owner that was told `-EALREADY` asks again after the barrier, since a reap callback may be left: then it is answered
 * 0, or `-ESRCH` if the reaper was first, and the barrier waits for that. So a module can always be unloaded.
 * Cost: as record-barrier; a release more per callback, which is free on x86, and a look whether somebody waits.
 * Source: record-barrier, held against what the model finds in it. Timers, work items and interrupts wait like this.
 *
 * The wait for the final callbacks is for the whole report, up to this engine's turn: other engines' callbacks come first.
 */
import { acquire, atomic, release, smp_mb, when } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import { detach } from '../layer/control.js';
import type { Engine } from '../layer/engine.js';
import { barrierCalled, barrierReturns } from '../layer/observations.js';
import type { DetachOption } from '../layer/option.js';
import type { Task, Thread } from '../layer/task.js';
import { record } from './record.js';

export const repairedBarrier: DetachOption = {
  ...record,
  title: 'The record, and a barrier that waits for the callback, the last ones too',
  ownerReferences: 1,
  leave,
  refusal,
  inProgress,
  afterAnswer: awaitSilence,
  ownerMayUnload: () => true,
};

function leave(task: Task): void {
  // Pairs with the acquire in inProgress(), and with the one of the barrier.
  task.reporting = release(null);
}

/** `-EALREADY` is what can be waited for: the death report, or a detach that another thread has begun. */
function refusal(task: Task, engine: Engine): Answer {
  if (engine.ops === 'none' || task.reap) return '-ESRCH';
  if (engine.ops === 'detached' || task.death === 'begun') return '-EALREADY';
  return 0;
}

function inProgress(task: Task, engine: Engine, current: Thread): boolean {
  if (current === task) return false;
  // Pairs with the barrier in enter().
  smp_mb();
  return acquire(task.reporting) === engine;
}

/** The owner's part. A callback cannot wait, and need not: its answer counts. */
function awaitSilence(
  task: Task,
  engine: Engine,
  answer: Answer,
  current: Thread,
  option: DetachOption,
): Answer {
  if (answer === 0 || current === task) return answer;
  const left = barrier(task, engine, current);
  if (answer === '-EINPROGRESS') return 0;
  if (left === '-ESRCH') return answer;
  const again = detach(option, task, engine, current);
  if (again !== 0) barrier(task, engine, current);
  return again;
}

/** Waits until no callback of the engine is under way or, at the task's end, to come. 0: the engine is still attached. */
function barrier(task: Task, engine: Engine, current: Thread): Answer {
  barrierCalled(engine, current);
  const answer = sleepUntilOver(task, engine);
  barrierReturns(engine, current, answer);
  return answer;
}

/** The waker is the task, or its reaper; each look is made under the lock. */
function sleepUntilOver(task: Task, engine: Engine): Answer {
  return atomic(() => {
    when(!task.lock.held && isOver(task, engine));
    return engine.ops === 'user' ? 0 : '-ESRCH';
  });
}

function isOver(task: Task, engine: Engine): boolean {
  if (engine.ops === 'none') return true;
  // The task's end is told to engines that are attached.
  if (engine.ops === 'user' && (task.reap || task.death === 'begun')) return false;
  return acquire(task.reporting) !== engine;
}
