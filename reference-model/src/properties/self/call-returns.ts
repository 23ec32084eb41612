/** A callback that detaches its own engine by a call gets an answer. */
import { applies, atEnd, on, type Property, shared, violated } from '@quiesce/checker/language';
import { detachCalled, detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine, type Running, whileRunning } from '../watch.js';

interface Seen extends Running {
  calling: boolean;
}

export const selfCallReturns: Property<DetachWorld> = {
  id: 'self/callReturns',
  clause: 'self.call-returns',
  kind: 'always',
  monitor: (world) =>
    eachEngine(world, (engine, task) => {
      const seen = shared<Seen>({ name: engine.name, running: false, calling: false });
      return [
        ...whileRunning(engine, seen),
        on(detachCalled, (one, current) => {
          if (one !== engine || current !== task || !seen.running) return;
          applies();
          seen.calling = true;
        }),
        on(detachReturns, (one, current) => {
          if (one === engine && current === task) seen.calling = false;
        }),
        atEnd(() => {
          if (seen.calling) violated();
        }),
      ];
    }),
};
