/** A callback that detaches its own engine by a call is not told that a callback is under way. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine, type Running, whileRunning } from '../watch.js';

export const selfCallNeverInProgress: Property<DetachWorld> = {
  id: 'self/callNeverInProgress',
  clause: 'self.call-never-in-progress',
  kind: 'always',
  monitor: (world) =>
    eachEngine(world, (engine, task) => {
      const seen = shared<Running>({ name: engine.name, running: false });
      return [
        ...whileRunning(engine, seen),
        on(detachReturns, (one, current, answer) => {
          if (one !== engine || current !== task || !seen.running) return;
          applies();
          if (answer === '-EINPROGRESS') violated();
        }),
      ];
    }),
};
