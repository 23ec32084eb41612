/**
 * Once detach has answered 0, no callback of the engine runs or starts. A call from the callback itself is a matter of
 * its own.
 */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackStarts, detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine, type Running, whileRunning } from '../watch.js';

interface Seen extends Running {
  zero: boolean;
}

export const detachNoCallbackAfterZero: Property<DetachWorld> = {
  id: 'detach/noCallbackAfterZero',
  clause: 'detach.zero-means-quiet',
  kind: 'always',
  monitor: (world) =>
    eachEngine(world, (engine, task) => {
      const seen = shared<Seen>({ name: engine.name, running: false, zero: false });
      return [
        on(callbackStarts, (one) => {
          if (one === engine && seen.zero) violated();
        }),
        ...whileRunning(engine, seen),
        on(detachReturns, (one, current, answer) => {
          if (one !== engine || answer !== 0) return;
          const fromItself = current === task && seen.running;
          if (fromItself) return;
          applies();
          seen.zero = true;
          if (seen.running) violated();
        }),
      ];
    }),
};
