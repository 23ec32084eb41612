/** The release function is called once, and no callback of the engine runs or starts from then on. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackStarts, releaseStarts } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine, type Running, whileRunning } from '../watch.js';

interface Seen extends Running {
  released: boolean;
}

export const releaseLastOfAll: Property<DetachWorld> = {
  id: 'release/lastOfAll',
  clause: 'release.last-of-all',
  kind: 'always',
  monitor: (world) =>
    eachEngine(world, (engine) => {
      const seen = shared<Seen>({ name: engine.name, running: false, released: false });
      return [
        on(callbackStarts, (one) => {
          if (one === engine && seen.released) violated();
        }),
        ...whileRunning(engine, seen),
        on(releaseStarts, (one) => {
          if (one !== engine) return;
          applies();
          if (seen.running || seen.released) violated();
          seen.released = true;
        }),
      ];
    }),
};
