/**
 * Until August 2010 (and in RHEL 6 for good) a call left its RCU section before it asked whether the reaper had begun.
 * Between the two the reaper could make its reports, and free the task with the lock that the call was holding.
 */
import type { Mutant } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import { refusal } from '../layer/control.js';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import { enterReach, leaveReach, touchTask } from '../layer/reach.js';
import type { Task } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { detachFreed } from '../scenarios/detach-freed.js';
import type { DetachWorld } from '../scenarios/world.js';

export const lockAfterReap: Mutant<DetachOption, DetachWorld> = {
  id: 'H12',
  title: 'A call locks a task that the reaper is about to free',
  source: 'utrace, fixed in c93fecc925e',
  option: { ...recordBarrier, refusal: refuseOutside },
  of: 'record-barrier',
  scenario: detachFreed,
  caughtBy: 'lifetime/task',
};

/** The fault: the section ends here, and what follows it is not protected any more. */
function refuseOutside(task: Task, engine: Engine): Answer {
  leaveReach(task);
  touchTask(task);
  const refused = refusal(task, engine);
  enterReach(task);
  return refused;
}
