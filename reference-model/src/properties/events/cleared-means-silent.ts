/** Once set_events has answered 0, no callback for an event that it cleared runs or starts. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackStarts, setEventsReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine, type Running, whileRunning } from '../watch.js';

interface Seen extends Running {
  silent: boolean;
}

export const eventsClearedMeansSilent: Property<DetachWorld> = {
  id: 'events/clearedMeansSilent',
  clause: 'events.zero-means-silent',
  kind: 'always',
  monitor: (world) =>
    eachEngine(world, (engine) => {
      const seen = shared<Seen>({ name: engine.name, running: false, silent: false });
      return [
        on(callbackStarts, (one) => {
          if (one === engine && seen.silent) violated();
        }),
        ...whileRunning(engine, seen),
        on(setEventsReturns, (one, _current, answer) => {
          if (one !== engine || answer !== 0) return;
          applies();
          seen.silent = true;
          if (seen.running) violated();
        }),
      ];
    }),
};
