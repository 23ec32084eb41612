/**
 * SRCU: a sleepable read-side section around each callback, and detach waits for a grace period.
 *
 * Mechanism: the task counts itself in and out of one of two sides of a domain, in words of its own processor, with a full
 * barrier after the first and before the second. Detach swaps the table, waits until the idle side is empty, turns the
 * sides over, and waits until the other one is empty.
 * Contract: 0 means that no callback runs or will start, and it is exact; `-EINPROGRESS` does not exist. Callbacks may sleep.
 * The call sleeps: it cannot be made from a callback of any engine of the domain, or under a lock that one of them takes.
 * A grace period can also be started and asked after; such a call is not modelled.
 * Cost: per engine and event two adds to words of the processor and two full barriers, which is more than the record has;
 * a grace period per detach, and any callback of the domain that sleeps delays it; a pair of lines per processor and domain.
 * Source: SRCU notifiers. SRCU is of 2006, and was there when the question was asked.
 */
import type { Answer } from '../layer/answer.js';
import { common } from '../layer/common.js';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Task, Thread } from '../layer/task.js';
import { srcuReadLock, srcuReadUnlock, synchronizeSrcu } from '../sync/srcu.js';

export const srcu: DetachOption = {
  ...common,
  title: 'A section of SRCU around each callback; detach waits for a grace period',
  ownerReferences: 1,
  enter,
  leave,
  awaitCallbacks,
};

function enter(task: Task): boolean {
  task.context.side = srcuReadLock(task.context.machine.srcu, task.context.cpu);
  return true;
}

function leave(task: Task): void {
  srcuReadUnlock(task.context.machine.srcu, task.context.side, task.context.cpu);
}

function awaitCallbacks(_engine: Engine, _current: Thread, task: Task): Answer {
  synchronizeSrcu(task.context.machine.srcu);
  return 0;
}
