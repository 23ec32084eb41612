/**
 * Until February 2009 the record was cleared before the callback's answer was applied: a barrier could answer 0, and the
 * stop that the callback had asked for came after it.
 */
import type { Mutant } from '@quiesce/checker/language';
import type { Action } from '../layer/callbacks.js';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { finishCallback } from '../layer/turn.js';
import { recordBarrier } from '../options/record-barrier.js';
import { clearEvents } from '../scenarios/clear-events.js';
import type { DetachWorld } from '../scenarios/world.js';

export const recordClearedEarly: Mutant<DetachOption, DetachWorld> = {
  id: 'S04',
  title: "The record is cleared before the callback's answer is applied",
  source: 'utrace, fixed in 3a9f4c87d18',
  option: { ...recordBarrier, finishCallback: clearThenApply },
  of: 'record-barrier',
  scenario: clearEvents,
  caughtBy: 'effect/applied',
};

function clearThenApply(option: DetachOption, task: Task, engine: Engine, action: Action): boolean {
  option.leave(task, engine);
  return finishCallback(option, task, engine, action);
}
