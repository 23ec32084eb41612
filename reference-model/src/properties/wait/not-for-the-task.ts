/** An owner does not wait for a task that sleeps in a system call: no callback runs, and none can start. */
import { applies, atEnd, on, type Property, shared, violated } from '@quiesce/checker/language';
import { teardownBegins, teardownEnds } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachOwner, type Waiting } from '../watch.js';

export const waitNotForTheTask: Property<DetachWorld> = {
  id: 'wait/notForTheTask',
  clause: 'wait.not-for-the-task',
  kind: 'always',
  scenarios: ['detach-sleeper'],
  monitor: (world) =>
    eachOwner(world, (engine, owner, task) => {
      const seen = shared<Waiting>({ name: engine.name, waiting: false });
      return [
        on(teardownBegins, (one, current) => {
          if (one !== engine || current !== owner) return;
          if (task.asleep) applies();
          seen.waiting = true;
        }),
        on(teardownEnds, (one, current) => {
          if (one === engine && current === owner) seen.waiting = false;
        }),
        atEnd(() => {
          if (seen.waiting && task.asleep) violated();
        }),
      ];
    }),
};
