/** No call reaches into a task that was freed, by whatever pointer it was given. */
import { applies, on, type Property, violated } from '@quiesce/checker/language';
import { taskFreed, taskTouched } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';

export const lifetimeTask: Property<DetachWorld> = {
  id: 'lifetime/task',
  clause: 'lifetime.task',
  kind: 'always',
  monitor: () => [
    on(taskFreed, () => applies()),
    on(taskTouched, (task) => {
      if (task.freed) violated();
    }),
  ],
};
