/** Which of the traced tasks are in a call that waits, made in a callback. */
import { type Handler, on, shared } from '@quiesce/checker/language';
import { teardownBegins, teardownEnds } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import type { Waiting } from '../watch.js';

/** One for each task, and the handlers that keep them true. `begun` is called when one begins to wait. */
export function tasksThatWait(
  world: GlobalWorld,
  begun: (tasks: readonly Waiting[]) => void,
): { readonly tasks: readonly Waiting[]; readonly handlers: readonly Handler[] } {
  const tasks = world.tasks.map((task) => shared<Waiting>({ name: task.name, waiting: false }));
  const handlers = world.tasks.flatMap((task, index) => [
    on(teardownBegins, (_client, current) => {
      if (current !== task) return;
      tasks[index]!.waiting = true;
      begun(tasks);
    }),
    on(teardownEnds, (_client, current) => {
      if (current === task) tasks[index]!.waiting = false;
    }),
  ]);
  return { tasks, handlers };
}

/** More than one of them waits. */
export function isCrossed(tasks: readonly Waiting[]): boolean {
  let count = 0;
  for (const task of tasks) if (task.waiting) count++;
  return count > 1;
}
