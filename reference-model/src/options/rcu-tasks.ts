/**
 * RCU-Tasks: nothing around callbacks, and detach waits until each task has been in user mode, or asleep of its own will.
 *
 * Mechanism: the task does nothing. Detach swaps the table and waits for a grace period of RCU-Tasks: a task that is in the
 * kernel then, running or preempted, must come out of it or go to sleep.
 * Contract: 0 means that no callback runs or will start, unless a callback sleeps: one that does counts as over. It cannot
 * be told from one that is. So no callback may sleep, or take a lock that does. The call waits for all tasks that are in the
 * kernel, whatever they do there. Made from a callback it returns, since it sleeps, while the callback is under way.
 * Cost: nothing per event, no memory beside the scheduler's; seconds per detach are possible.
 * Source: the trampolines of ftrace and of BPF, for the few instructions outside any other bracket.
 */
import type { Answer } from '../layer/answer.js';
import { common } from '../layer/common.js';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Task, Thread } from '../layer/task.js';
import { becomeBusy, becomeQuiescent, synchronizeRcuTasks } from '../sync/rcu-tasks.js';

export const rcuTasks: DetachOption = {
  ...common,
  title: 'No bracket; detach waits until every task has rested',
  ownerReferences: 1,
  callbacksMaySleep: false,
  rests,
  wakes,
  awaitCallbacks,
};

function rests(task: Task): void {
  becomeQuiescent(task.context.place);
}

function wakes(task: Task): void {
  becomeBusy(task.context.place);
}

/** The caller sleeps, and if it is a task, that is a rest like any other. */
function awaitCallbacks(_engine: Engine, current: Thread, task: Task): Answer {
  if (current === task) rests(task);
  synchronizeRcuTasks(task.context.machine.rcuTasks);
  if (current === task) wakes(task);
  return 0;
}
