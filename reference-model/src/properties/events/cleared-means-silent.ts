/** Once set_events has answered 0 to a call that cleared the whole mask, no callback runs or starts. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackStarts, setEventsCalled, setEventsReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine, type Running, whileRunning } from '../watch.js';

interface Seen extends Running {
  clears: boolean;
  silent: boolean;
}

export const eventsClearedMeansSilent: Property<DetachWorld> = {
  id: 'events/clearedMeansSilent',
  clause: 'events.zero-means-silent',
  kind: 'always',
  monitor: (world) =>
    eachEngine(world, (engine) => {
      const seen = shared<Seen>({ name: engine.name, running: false, clears: false, silent: false });
      return [
        on(callbackStarts, (one) => {
          if (one === engine && seen.silent) violated();
        }),
        ...whileRunning(engine, seen),
        on(setEventsCalled, (one, _current, flags) => {
          if (one === engine) seen.clears = flags === 0;
        }),
        on(setEventsReturns, (one, _current, answer) => {
          if (one !== engine || answer !== 0 || !seen.clears) return;
          applies();
          seen.silent = true;
          if (seen.running) violated();
        }),
      ];
    }),
};
