/**
 * Detach looked whether the task was stopped without the lock that a task which wakes up has to wait for. The task could
 * be on its way again, and its engine was taken off the list as if it stood still.
 */
import { lock, type Mutant, unlock } from '@quiesce/checker/language';
import { isQuiet } from '../layer/control.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { record } from '../options/record.js';
import { detachSigkill } from '../scenarios/detach-sigkill.js';
import type { DetachWorld } from '../scenarios/world.js';

export const stopSeenWithoutLock: Mutant<DetachOption, DetachWorld> = {
  id: 'H21',
  title: 'Detach looks without the lock whether the task is stopped',
  source: 'utrace, fixed in e2d293edf0d',
  option: { ...record, isQuiet: isQuietUnlocked },
  of: 'record',
  scenario: detachSigkill,
  caughtBy: 'detach/noCallbackAfterZero',
};

/** The fault: what was seen need not be true any more when the lock is held. */
function isQuietUnlocked(task: Task): boolean {
  unlock(task.lock);
  const quiet = isQuiet(task);
  lock(task.lock);
  return quiet;
}
