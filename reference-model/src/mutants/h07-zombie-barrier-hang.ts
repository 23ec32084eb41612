/**
 * In August and September 2009 detach did not count a dead task as quiet: the engine was marked and stayed on the list, so
 * a barrier waited until the parent reaped the task, if it ever did.
 */
import type { Mutant } from '@quiesce/checker/language';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { detachCautious } from '../scenarios/detach-cautious.js';
import type { DetachWorld } from '../scenarios/world.js';

export const zombieBarrierHang: Mutant<DetachOption, DetachWorld> = {
  id: 'H07',
  title: 'The barrier waits until a dead task is reaped',
  source: 'utrace c36a311e8a6, fixed in c2916fb6ab4',
  option: { ...recordBarrier, isQuiet },
  of: 'record-barrier',
  scenario: detachCautious,
  caughtBy: 'wait/ends',
};

function isQuiet(task: Task): boolean {
  return task.stopped;
}
