/**
 * Epoch: the task counts its reports, and detach looks whether one is under way.
 *
 * Mechanism: a counter per task, one more at the beginning and at the end of each report, so that it is odd inside. The
 * task counts and makes a full barrier before the first engine's turn; the detacher marks the engine, makes a full barrier,
 * and reads the counter. Each stores before it loads, so one of them sees the other.
 * Contract: 0: no callback runs or will start. `-EINPROGRESS`: a report is under way, perhaps not at this engine; the owner
 * can wait until the counter changes. That needs the task and not the engine, so nobody has to hold a reference to the
 * engine; but then nobody may call twice, and the owner has to see to it that the task is not freed. To the task itself, in whose report the call is made, the answer is 0.
 * Cost: one full barrier per report however many engines there are, the only option of which this is true; 8 bytes per
 * task. A wait lasts for the whole report, with every other engine's callback in it.
 * Source: sequence counters and, in small, RCU by quiescent states.
 *
 * Two bits are kept of the counter, so that it wraps within the exploration: then a wait may last for a report too many.
 */
import { smp_mb, when } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import { common } from '../layer/common.js';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import { touchTask } from '../layer/reach.js';
import type { Task, Thread } from '../layer/task.js';

export const epoch: DetachOption = {
  ...common,
  title: 'The task counts its reports; detach looks whether one is under way',
  beginPass,
  endPass: count,
  inProgress,
  afterAnswer: awaitReport,
};

function beginPass(task: Task): void {
  count(task);
  // Pairs with the barrier in inProgress().
  smp_mb();
}

/** Only the task itself writes the counter. */
function count(task: Task): void {
  task.generation = (task.generation + 1) & 3;
}

function inProgress(task: Task, _engine: Engine, current: Thread): boolean {
  if (current === task) return false;
  // Pairs with the barrier in beginPass().
  smp_mb();
  return isOdd(task.generation);
}

function isOdd(generation: number): boolean {
  return (generation & 1) === 1;
}

function awaitReport(task: Task, _engine: Engine, answer: Answer): Answer {
  if (answer !== '-EINPROGRESS') return answer;
  touchTask(task);
  const seen = task.generation;
  if (isOdd(seen)) when(task.generation !== seen);
  return 0;
}
