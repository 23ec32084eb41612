/** The second detacher is told -ESRCH while a callback of the engine still runs. */
import { on, type Property, shared, witnessed } from '@quiesce/checker/language';
import { detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine, type Running, whileRunning } from '../watch.js';

export const twoLoserMayOverlap: Property<DetachWorld> = {
  id: 'two/loserMayOverlap',
  clause: 'two.loser-may-overlap',
  kind: 'sometimes',
  monitor: (world) =>
    eachEngine(world, (engine, task) => {
      const seen = shared<Running>({ name: engine.name, running: false });
      return [
        ...whileRunning(engine, seen),
        on(detachReturns, (one, current, answer) => {
          if (one !== engine || current === task || answer !== '-ESRCH' || task.reap) return;
          if (seen.running) witnessed();
        }),
      ];
    }),
};
