/**
 * SRCU-fast: as srcu, with the barriers of the task moved into the grace period.
 *
 * Mechanism: the task makes no barrier around its counts. Where the updater of srcu makes a barrier between its two sums, it
 * waits for an RCU grace period, in which every processor makes one.
 * Contract: as srcu.
 * Cost: two adds to words of the processor per engine and event, and nothing else; several grace periods of RCU per detach;
 * memory as srcu. Legal only where RCU watches, which is everywhere that a report is made.
 * Source: Linux 7.0, where tracepoints use it. RCU Tasks Trace has come close to it, with one domain for the whole system.
 */
import type { Answer } from '../layer/answer.js';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Task, Thread } from '../layer/task.js';
import { srcuReadLockFast, srcuReadUnlockFast, synchronizeSrcuFast } from '../sync/srcu-fast.js';
import { srcu } from './srcu.js';

export const srcuFast: DetachOption = {
  ...srcu,
  title: 'A section of SRCU without barriers around each callback; detach makes them for the task',
  enter,
  leave,
  awaitCallbacks,
};

function enter(task: Task): boolean {
  task.context.side = srcuReadLockFast(task.context.machine.srcu, task.context.cpu);
  return true;
}

function leave(task: Task): void {
  srcuReadUnlockFast(task.context.machine.srcu, task.context.side, task.context.cpu);
}

function awaitCallbacks(_engine: Engine, _current: Thread, task: Task): Answer {
  synchronizeSrcuFast(task.context.machine.srcu, task.context.machine.rcu);
  return 0;
}
