/**
 * Hazard pointer: the record taken as what it is, and detach waits until no slot names the engine.
 *
 * Mechanism: the task stores the engine in its slot, makes a full barrier, and reads flags and table; it clears the slot with
 * a release when the callback's answer is applied. Detach swaps the table, makes a full barrier, and waits until no slot
 * names the engine: for an engine of one task, that is one slot; for a global one it would be a scan.
 * Contract: 0 means that no callback runs or will start; `-EINPROGRESS` does not exist. The call may sleep, for as long as
 * the engine's own callback lasts. Made by the task itself it finds itself in the slot and does not wait: its 0 is exact
 * unless it is made in a callback of the same engine.
 * Cost: per engine and event two stores and a full barrier, as the record; 8 bytes per task; microseconds per detach.
 * Source: the proposals for hazard pointers in the kernel, 2024 and 2025.
 */
import { release, smp_mb, when } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import { common } from '../layer/common.js';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import { touchTask } from '../layer/reach.js';
import type { Task, Thread } from '../layer/task.js';
import { record } from './record.js';

export const hazardPointer: DetachOption = {
  ...common,
  title: 'The engine in a slot of the task; detach waits until no slot names it',
  ownerReferences: 1,
  enter: record.enter,
  leave,
  awaitCallbacks,
};

function leave(task: Task): void {
  task.reporting = release(null);
}

function awaitCallbacks(engine: Engine, current: Thread, task: Task): Answer {
  if (current === task) return 0;
  // Pairs with the barrier in enter().
  smp_mb();
  // Nothing keeps the task meanwhile: the engine alone is held.
  touchTask(task);
  when(task.reporting !== engine);
  return 0;
}
