/**
 * Preemption off: callbacks run where they cannot be preempted, and detach waits for a grace period.
 *
 * Mechanism: the task turns preemption off before it looks at the engine and on again after the callback's answer is
 * applied. Detach swaps the table and waits until every processor has been seen with preemption on: `synchronize_rcu`, or
 * `synchronize_sched` in 2008.
 * Contract: 0 means that no callback runs or will start, and it is exact; `-EINPROGRESS` does not exist. No callback may
 * sleep. The call sleeps: it cannot be made from a callback, or under a lock that any callback takes, since it waits for all
 * callbacks of the system and not for the engine's.
 * Cost: nearly nothing per event; a grace period, which is milliseconds, per detach; no memory. Slow callbacks delay the
 * scheduler.
 * Source: kprobes, ftrace and tracepoints before 2025.
 */
import type { Answer } from '../layer/answer.js';
import { common } from '../layer/common.js';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Task, Thread } from '../layer/task.js';
import { rcuReadLock, rcuReadUnlock, synchronizeRcu } from '../sync/rcu.js';

export const preemptOff: DetachOption = {
  ...common,
  title: 'Callbacks with preemption off; detach waits for a grace period',
  ownerReferences: 1,
  callbacksMaySleep: false,
  enter,
  leave,
  awaitCallbacks,
};

function enter(task: Task): boolean {
  rcuReadLock(task.context.rcu);
  return true;
}

function leave(task: Task): void {
  rcuReadUnlock(task.context.rcu);
}

function awaitCallbacks(_engine: Engine, _current: Thread, task: Task): Answer {
  synchronizeRcu(task.context.machine.rcu);
  return 0;
}
