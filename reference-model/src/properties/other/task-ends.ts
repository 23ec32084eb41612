/** A teardown that is made in a callback on another task comes to an end, although that task may do the same. */
import { applies, atEnd, on, type Property, shared, violated } from '@quiesce/checker/language';
import { teardownBegins, teardownEnds } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';

interface Seen {
  readonly name: string;
  leaving: boolean;
}

export const otherTaskEnds: Property<DetachWorld> = {
  id: 'other/taskEnds',
  clause: 'other.task-ends',
  kind: 'always',
  monitor: (world) =>
    world.tasks.flatMap((task) => {
      const seen = shared<Seen>({ name: task.name, leaving: false });
      return [
        on(teardownBegins, (_engine, current) => {
          if (current !== task) return;
          applies();
          seen.leaving = true;
        }),
        on(teardownEnds, (_engine, current) => {
          if (current === task) seen.leaving = false;
        }),
        atEnd(() => {
          if (seen.leaving) violated();
        }),
      ];
    }),
};
