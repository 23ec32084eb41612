/** The call returns although a callback of the engine is under way that waits for a lock which the caller holds. */
import { applies, atEnd, on, type Property, shared, violated } from '@quiesce/checker/language';
import { detachCalled, detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachCaller, type Running, whileRunning } from '../watch.js';

interface Seen extends Running {
  calling: boolean;
}

export const detachNeverWaits: Property<DetachWorld> = {
  id: 'detach/neverWaits',
  clause: 'detach.never-waits',
  kind: 'always',
  monitor: (world) =>
    eachCaller(world, (engine, caller) => {
      const seen = shared<Seen>({ name: engine.name, running: false, calling: false });
      return [
        ...whileRunning(engine, seen),
        on(detachCalled, (one, current) => {
          if (one !== engine || current !== caller) return;
          seen.calling = true;
          if (seen.running && world.module.mutex.held) applies();
        }),
        on(detachReturns, (one, current) => {
          if (one === engine && current === caller) seen.calling = false;
        }),
        atEnd(() => {
          if (seen.calling && world.module.mutex.held) violated();
        }),
      ];
    }),
};
