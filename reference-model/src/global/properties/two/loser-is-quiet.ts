/** Whoever is told that the engine was not registered any more finds it quiet all the same. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackStarts, unregisterReturns } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachClient, type Running, whileRunning } from '../watch.js';

interface Seen extends Running {
  lost: boolean;
}

export const twoLoserIsQuiet: Property<GlobalWorld> = {
  id: 'two/loserIsQuiet',
  clause: 'global.loser-is-quiet',
  kind: 'always',
  monitor: (world) =>
    eachClient(world, (client) => {
      const seen = shared<Seen>({ name: client.name, running: 0, lost: false });
      return [
        on(callbackStarts, (one) => {
          if (one === client && seen.lost) violated();
        }),
        ...whileRunning(client, seen),
        on(unregisterReturns, (one, _current, answer) => {
          if (one !== client || answer !== '-ESRCH') return;
          applies();
          seen.lost = true;
          if (seen.running > 0) violated();
        }),
      ];
    }),
};
