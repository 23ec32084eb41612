/** An event that an engine wants all the time is told to it, also while another one is being cleared. It is `exit`. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import {
  callbackStarts,
  reportBegins,
  reportEnds,
  setEventsCalled,
  setEventsReturns,
} from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachTask } from '../watch.js';

interface Seen {
  readonly name: string;
  /** The task reports its exit, and has not told the engine. */
  untold: boolean;
  clearing: boolean;
}

export const eventsOthersKept: Property<GlobalWorld> = {
  id: 'events/othersKept',
  clause: 'global.others-kept',
  kind: 'always',
  // In other scenarios nobody wants the event, or the engine may go in the middle of it.
  scenarios: ['clear-events'],
  monitor: (world) =>
    eachTask(world, (client, task) => {
      const seen = shared<Seen>({ name: client.name, untold: false, clearing: false });
      return [
        on(setEventsCalled, (one) => {
          if (one !== client) return;
          seen.clearing = true;
          if (seen.untold) applies();
        }),
        on(setEventsReturns, (one) => {
          if (one === client) seen.clearing = false;
        }),
        on(reportBegins, (one, event) => {
          if (one !== task || event !== 'exit') return;
          seen.untold = true;
          if (seen.clearing) applies();
        }),
        on(callbackStarts, (one, current, event) => {
          if (one === client && current === task && event === 'exit') seen.untold = false;
        }),
        on(reportEnds, (one) => {
          if (one === task && seen.untold) violated();
        }),
      ];
    }),
};
