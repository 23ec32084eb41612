/** Once set_events has returned 0, no callback for an event that it cleared runs or starts. It clears `clone`. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackReturns, callbackStarts, setEventsReturns } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachTask } from '../watch.js';

interface Seen {
  readonly name: string;
  /** The task is in a callback for the event. */
  inside: boolean;
  silent: boolean;
}

export const eventsClearedMeansSilent: Property<GlobalWorld> = {
  id: 'events/clearedMeansSilent',
  clause: 'global.cleared-means-silent',
  kind: 'always',
  // In the other one it is not `clone` that is cleared.
  scenarios: ['clear-events'],
  monitor: (world) =>
    eachTask(world, (client, task) => {
      const seen = shared<Seen>({ name: client.name, inside: false, silent: false });
      return [
        on(callbackStarts, (one, current, event) => {
          if (one !== client || current !== task || event !== 'clone') return;
          if (seen.silent) violated();
          seen.inside = true;
        }),
        on(callbackReturns, (one, current) => {
          if (one === client && current === task) seen.inside = false;
        }),
        on(setEventsReturns, (one, _current, answer) => {
          if (one !== client || answer !== 0) return;
          applies();
          seen.silent = true;
          if (seen.inside) violated();
        }),
      ];
    }),
};
