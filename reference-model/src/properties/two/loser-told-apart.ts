/** -ESRCH, before the reaper has begun, means that the engine is quiet: a detach that is under way is told apart. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine, type Running, whileRunning } from '../watch.js';

export const twoLoserToldApart: Property<DetachWorld> = {
  id: 'two/loserToldApart',
  clause: 'two.loser-told-apart',
  kind: 'always',
  monitor: (world) =>
    eachEngine(world, (engine, task) => {
      const seen = shared<Running>({ name: engine.name, running: false });
      return [
        ...whileRunning(engine, seen),
        on(detachReturns, (one, current, answer) => {
          if (one !== engine || current === task || answer !== '-ESRCH' || task.reap) return;
          applies();
          if (seen.running) violated();
        }),
      ];
    }),
};
