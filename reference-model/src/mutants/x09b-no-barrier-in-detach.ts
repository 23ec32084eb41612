/**
 * The other half of X09: detach looks at the record while the new table and flags may still be on their way to memory. Where
 * the task has not been asked for a report yet, the locked operation that asks for it hides the fault; so it was asked before.
 */
import type { Mutant } from '@quiesce/checker/language';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { record } from '../options/record.js';
import { detachAsked } from '../scenarios/detach-asked.js';
import type { DetachWorld } from '../scenarios/world.js';

export const noBarrierInDetach: Mutant<DetachOption, DetachWorld> = {
  id: 'X09b',
  title: 'No barrier between the flags and the look at the record',
  source: 'textbook: store buffering with a fence on one side',
  memory: 'tso',
  option: { ...record, inProgress },
  of: 'record',
  scenario: detachAsked,
  caughtBy: 'detach/noCallbackAfterZero',
};

function inProgress(task: Task, engine: Engine): boolean {
  return task.reporting === engine;
}
