/**
 * Once an owner has done all that the contract asks of it, whatever the answers were, no callback of the engine runs or
 * starts: not for the task's end either.
 */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackStarts, teardownEnds } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine, type Running, whileRunning } from '../watch.js';

interface Seen extends Running {
  done: boolean;
}

export const detachQuietAfterAll: Property<DetachWorld> = {
  id: 'detach/quietAfterAll',
  clause: 'detach.quiet-after-all',
  kind: 'always',
  monitor: (world) =>
    eachEngine(world, (engine, task) => {
      const seen = shared<Seen>({ name: engine.name, running: false, done: false });
      return [
        on(callbackStarts, (one) => {
          if (one === engine && seen.done) violated();
        }),
        ...whileRunning(engine, seen),
        on(teardownEnds, (one, current) => {
          if (one !== engine || current === task) return;
          applies();
          seen.done = true;
          if (seen.running) violated();
        }),
      ];
    }),
};
