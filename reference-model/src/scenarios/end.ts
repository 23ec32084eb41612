/** Who ends a traced task, and who reaps it. */
import { choose, type Process, when } from '@quiesce/checker/language';
import { reap } from '../layer/death.js';
import type { DetachOption } from '../layer/option.js';
import { freeTask } from '../layer/reach.js';
import { killTask } from '../layer/stop.js';
import type { Crew } from '../layer/target.js';
import type { Task } from '../layer/task.js';
import type { Cast } from './world.js';

/** One process for each task, which may kill it, at any time. */
export function killers(cast: Cast): readonly Process[] {
  return cast.tasks.map((task, index) => ({ name: `K${index}`, body: () => killOrSpare(task) }));
}

function killOrSpare(task: Task): void {
  if (choose(true, false)) killTask(task);
}

/** One process for each task, which reaps it at once, or only when no owner needs it any more: nothing may wait for that. */
export function reapers(option: DetachOption, cast: Cast, crew: Crew): readonly Process[] {
  return cast.tasks.map((task, index) => ({
    name: `R${index}`,
    body: () => reapSoonOrLate(option, task, crew),
  }));
}

function reapSoonOrLate(option: DetachOption, task: Task, crew: Crew): void {
  if (choose(false, true)) when(crew.active === 0);
  reap(option, task);
}

/** One process for each task, which kills it, or waits for its end, reaps it, and frees it where tasks are freed. */
export function enders(option: DetachOption, cast: Cast, crew: Crew): readonly Process[] {
  return cast.tasks.map((task, index) => ({ name: `R${index}`, body: () => end(option, task, crew) }));
}

function end(option: DetachOption, task: Task, crew: Crew): void {
  if (choose(true, false)) killTask(task);
  else when(crew.active === 0);
  reap(option, task);
  if (task.traits.freed) freeTask(task);
}
