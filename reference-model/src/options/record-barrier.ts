/**
 * Record and barrier: the record, an engine that its owner holds a reference to, and a second call that waits.
 *
 * Mechanism: as record. Since the owner's reference keeps the engine valid after detach, `utrace_barrier` can be asked
 * whether the callback is over: it looks at the engine and at the record, once a jiffy.
 * Contract: as record, and after `-EINPROGRESS` the barrier's 0 or `-ESRCH` means that no callback runs or will start and
 * that the last one's answer is applied. The barrier sleeps, and answers `-ERESTARTSYS` if the caller has a signal
 * pending. Made in a callback of the task itself it answers 0 at once.
 * Cost: as record, 8 bytes more per engine, and up to a jiffy for each look.
 * Source: what shipped, in Fedora 10 and RHEL 6 and until the last utrace of 2012.
 */
import { lock, unlock, when } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import type { Engine } from '../layer/engine.js';
import { barrierCalled, barrierReturns } from '../layer/observations.js';
import type { DetachOption } from '../layer/option.js';
import { enterReach, leaveReach, touchTask } from '../layer/reach.js';
import type { Task, Thread } from '../layer/task.js';
import { record } from './record.js';

export const recordBarrier: DetachOption = {
  ...record,
  title: 'The record, a reference to the engine, and a barrier to wait with',
  ownerReferences: 1,
  afterAnswer: awaitSilence,
};

/**
 * The owner's loop. Careful clients let a barrier follow every answer but 0. But only after `-EINPROGRESS` does it leave
 * the cleanup with the owner.
 */
function awaitSilence(task: Task, engine: Engine, answer: Answer, current: Thread): Answer {
  if (answer === 0) return 0;
  while (barrier(task, engine, current) === '-ERESTARTSYS') {}
  return answer === '-EINPROGRESS' ? 0 : answer;
}

/** `utrace_barrier`: waits until no callback to the engine is under way. The engine may be detached already. */
export function barrier(task: Task, engine: Engine, current: Thread): Answer {
  barrierCalled(engine, current);
  const answer = current === task ? 0 : lookUntilOver(task, engine, current);
  barrierReturns(engine, current, answer);
  return answer;
}

function lookUntilOver(task: Task, engine: Engine, current: Thread): Answer {
  while (true) {
    const answer = look(task, engine);
    if (answer !== '-EINPROGRESS') return answer;
    if (current.killed) return '-ERESTARTSYS';
    // The kernel sleeps for a jiffy and looks again. Looks that would find the same are left out.
    when(
      current.killed ||
        engine.ops === 'none' ||
        (engine.ops === 'user' && (task.reap || task.reporting !== engine)),
    );
  }
}

/** One look: `-EINPROGRESS` stands for "not yet", which the caller never sees. */
function look(task: Task, engine: Engine): Answer {
  enterReach(task);
  const answer = lookInside(task, engine);
  leaveReach(task);
  return answer;
}

function lookInside(task: Task, engine: Engine): Answer {
  const seen = engine.ops;
  if (seen === 'none') return '-ESRCH';
  if (seen === 'detached') return '-EINPROGRESS';
  touchTask(task);
  lock(task.lock);
  let answer: Answer = '-EINPROGRESS';
  const ops = engine.ops;
  if (ops !== 'detached') {
    if (ops === 'none' || task.reap) answer = '-ESRCH';
    else if (task.reporting !== engine) answer = 0;
  }
  unlock(task.lock);
  return answer;
}
