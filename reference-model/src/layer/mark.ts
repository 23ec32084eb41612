/** Marking an engine as detached. */
import { smp_wmb } from '@quiesce/checker/language';
import type { Engine } from './engine.js';
import { QUIESCE } from './event.js';
import type { Task } from './task.js';

/**
 * Under the lock: gives the engine the core's own table, and flags that make the task's next report come by, so that it
 * takes the engine off its list. A task that reads the flags without the lock sees the old table or the new flags.
 */
export function markDetached(task: Task, engine: Engine): void {
  // Another engine's stop is lost here too, until the task has taken this engine off and made the union anew.
  if (engine.wantsStop) task.stopWanted = false;
  engine.ops = 'detached';
  smp_wmb();
  engine.wantsStop = false;
  engine.flags = QUIESCE;
}
