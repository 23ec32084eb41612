/** The task stores its record and looks at the engine while the record may still be on its way to memory. */
import type { Mutant } from '@quiesce/checker/language';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { record } from '../options/record.js';
import { detachAsked } from '../scenarios/detach-asked.js';
import type { DetachWorld } from '../scenarios/world.js';

export const noBarrierInTheTask: Mutant<DetachOption, DetachWorld> = {
  id: 'X09',
  title: 'No barrier between the record and the look at the flags',
  source: 'textbook: store buffering with a fence on one side',
  memory: 'tso',
  option: { ...record, enter },
  of: 'record',
  scenario: detachAsked,
  caughtBy: 'detach/noCallbackAfterZero',
};

function enter(task: Task, engine: Engine): boolean {
  task.reporting = engine;
  return true;
}
