/**
 * Record: the task notes which engine it is calling, and detach looks.
 *
 * Mechanism: one pointer per task, `reporting`, written without a lock or an atomic operation. The task stores it, makes
 * a full barrier, and reads the engine's flags and table; the detacher stores flags and table, makes a full barrier, and
 * reads the record. Each stores before it loads, so one of them sees the other.
 * Contract: the engine is detached in any case. 0: no callback runs or will start. `-EINPROGRESS`: one may be running or
 * about to start, or may just have returned; there is no second call that could tell when it is over.
 * Cost: per engine and event two stores and a full barrier, two where the engine wants quiesce; 8 bytes per traced task.
 * Source: the proposal in the question itself. It is a hazard pointer with one slot per task.
 *
 * Under sequential consistency the barriers do nothing; they stand where the kernel has them.
 */
import { smp_mb } from '@quiesce/checker/language';
import { common } from '../layer/common.js';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';

export const record: DetachOption = {
  ...common,
  title: 'A record of the callback under way, looked at once',
  enter,
  leave,
  inProgress,
};

function enter(task: Task, engine: Engine): boolean {
  task.reporting = engine;
  // Pairs with the barrier in inProgress().
  smp_mb();
  return true;
}

function leave(task: Task): void {
  task.reporting = null;
}

function inProgress(task: Task, engine: Engine): boolean {
  // Pairs with the barrier in enter().
  smp_mb();
  return task.reporting === engine;
}
