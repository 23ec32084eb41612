/**
 * Callback lock: the task holds a lock of the engine around each callback, and detach takes it once.
 *
 * Mechanism: a sleeping lock per engine, taken before mask and table are read. Detach marks the engine, takes the lock and
 * gives it back: then a callback that was under way is over, and any later turn reads the new table. Only one task calls
 * a per-task engine, so a mutex does; a global engine needs a lock that readers share.
 * Contract: 0 means that no callback runs or will start, and it is exact; `-EINPROGRESS` does not exist. The call sleeps,
 * so it deadlocks in a callback of the same engine, and under a lock that a callback takes.
 * Cost: two locked operations per engine and event, and the task may sleep in a report; a lock per engine.
 * Source: blocking notifier chains. It is a yardstick: no option is simpler to get right.
 */
import { lock, unlock } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import { common } from '../layer/common.js';
import type { Engine } from '../layer/engine.js';
import { sleepEnds } from '../layer/observations.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';

export const callbackLock: DetachOption = {
  ...common,
  title: 'A lock around each callback; detach takes it once',
  ownerReferences: 1,
  enter,
  leave,
  awaitCallbacks,
};

function enter(_task: Task, engine: Engine): boolean {
  lock(engine.callbackLock);
  return true;
}

function leave(_task: Task, engine: Engine): void {
  unlock(engine.callbackLock);
}

function awaitCallbacks(engine: Engine): Answer {
  lock(engine.callbackLock);
  sleepEnds(engine);
  unlock(engine.callbackLock);
  return 0;
}
