/** Detach lifts the stop that the engine had asked for: no task stays stopped without an engine that wants it. */
import { applies, atEnd, on, type Property, violated } from '@quiesce/checker/language';
import { detachCalled } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';

export const effectNoOrphanStop: Property<DetachWorld> = {
  id: 'effect/noOrphanStop',
  clause: 'effect.no-orphan-stop',
  kind: 'always',
  monitor: (world) => [
    on(detachCalled, (engine) => {
      if (engine.wantsStop) applies();
    }),
    ...world.tasks.map((task) =>
      atEnd(() => {
        let wanted = false;
        for (const engine of task.engines) if (engine.ops === 'user' && engine.wantsStop) wanted = true;
        if (task.stopped && !wanted) violated();
      }),
    ),
  ],
};
