/** As quiet/noneStarts and quiet/noneRuns together, for the scenario in which stores are seen later than they are made. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackStarts, unregisterReturns } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachClient, type Running, whileRunning } from '../watch.js';

interface Seen extends Running {
  returned: boolean;
}

export const orderQuiet: Property<GlobalWorld> = {
  id: 'order/quiet',
  clause: 'global.buffered-stores',
  kind: 'always',
  scenarios: ['unregister-buffered'],
  monitor: (world) =>
    eachClient(world, (client) => {
      const seen = shared<Seen>({ name: client.name, running: 0, returned: false });
      return [
        on(callbackStarts, (one) => {
          if (one === client && seen.returned) violated();
        }),
        ...whileRunning(client, seen),
        on(unregisterReturns, (one) => {
          if (one !== client) return;
          applies();
          seen.returned = true;
          if (seen.running > 0) violated();
        }),
      ];
    }),
};
