/** The list of a task's engines. */
import { type Engine, putEngine } from './engine.js';
import { updateStopWanted } from './stop.js';
import type { Task } from './task.js';

/** Under the lock, where no report is under way (`utrace_reset`): takes the detached engines off the list. */
export function unlinkDetached(task: Task): void {
  for (const engine of task.engines) if (engine.ops === 'detached') unlink(engine);
  updateStopWanted(task);
}

/** Takes one engine off the list, and gives back the list's reference. */
export function unlink(engine: Engine): void {
  engine.ops = 'none';
  engine.attached = false;
  putEngine(engine);
}
