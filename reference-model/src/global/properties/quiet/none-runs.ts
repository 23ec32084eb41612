/** When unregister returns, no callback of the engine is running. That they sleep is a matter of its own. */
import { applies, excepted, on, type Property, shared, violated } from '@quiesce/checker/language';
import { unregisterReturns } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachClient, onceSlept, type Running, type Slept, whileRunning } from '../watch.js';

interface Seen extends Running, Slept {}

export const quietNoneRuns: Property<GlobalWorld> = {
  id: 'quiet/noneRuns',
  clause: 'global.none-runs',
  kind: 'always',
  monitor: (world) =>
    eachClient(world, (client) => {
      const seen = shared<Seen>({ name: client.name, running: 0, slept: false });
      return [
        ...whileRunning(client, seen),
        ...onceSlept(client, seen),
        on(unregisterReturns, (one, _current, answer) => {
          if (one !== client || answer === '-EDEADLK') return;
          applies();
          if (seen.slept) excepted();
          else if (seen.running > 0) violated();
        }),
      ];
    }),
};
