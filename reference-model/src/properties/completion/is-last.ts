/** When an engine is completed, no callback of it runs, and none starts afterwards. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackStarts, completionStarts } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine, type Running, whileRunning } from '../watch.js';

interface Seen extends Running {
  completed: boolean;
}

export const completionIsLast: Property<DetachWorld> = {
  id: 'completion/isLast',
  clause: 'completion.is-last',
  kind: 'always',
  monitor: (world) =>
    eachEngine(world, (engine) => {
      const seen = shared<Seen>({ name: engine.name, running: false, completed: false });
      return [
        on(callbackStarts, (one) => {
          if (one === engine && seen.completed) violated();
        }),
        ...whileRunning(engine, seen),
        on(completionStarts, (one) => {
          if (one !== engine) return;
          applies();
          seen.completed = true;
          if (seen.running) violated();
        }),
      ];
    }),
};
