/** A callback under way when the barrier was called has detached its engine: then the barrier does not answer 0. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { barrierCalled, barrierReturns, callbackReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachOwner, type Running, whileRunning } from '../watch.js';

interface Seen extends Running {
  /** It was running when the barrier was called. */
  awaited: boolean;
  left: boolean;
}

export const effectBarrierZeroMeansAttached: Property<DetachWorld> = {
  id: 'effect/barrierZeroMeansAttached',
  clause: 'effect.barrier-zero-means-attached',
  kind: 'always',
  monitor: (world) =>
    eachOwner(world, (engine, owner) => {
      const seen = shared<Seen>({ name: engine.name, running: false, awaited: false, left: false });
      return [
        ...whileRunning(engine, seen),
        on(barrierCalled, (one, current) => {
          if (one === engine && current === owner) seen.awaited = seen.running;
        }),
        on(callbackReturns, (one, _occasion, action) => {
          if (one !== engine || !seen.awaited || action !== 'detach') return;
          applies();
          seen.left = true;
        }),
        on(barrierReturns, (one, current, answer) => {
          if (one !== engine || current !== owner) return;
          if (answer === 0 && seen.left) violated();
          seen.awaited = false;
          seen.left = false;
        }),
      ];
    }),
};
