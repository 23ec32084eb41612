/** As quiet/noneRuns, where callbacks sleep. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { unregisterReturns } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachClient, onceSlept, type Running, type Slept, whileRunning } from '../watch.js';

interface Seen extends Running, Slept {}

export const quietSleeping: Property<GlobalWorld> = {
  id: 'quiet/sleeping',
  clause: 'global.callbacks-may-sleep',
  kind: 'always',
  monitor: (world) =>
    eachClient(world, (client) => {
      const seen = shared<Seen>({ name: client.name, running: 0, slept: false });
      return [
        ...whileRunning(client, seen),
        ...onceSlept(client, seen),
        on(unregisterReturns, (one, _current, answer) => {
          if (one !== client || answer === '-EDEADLK' || !seen.slept) return;
          applies();
          if (seen.running > 0) violated();
        }),
      ];
    }),
};
