/** Once unregister has returned, no callback of the engine starts. A call from the own callback is a matter of its own. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackStarts, unregisterReturns } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachClient } from '../watch.js';

interface Seen {
  readonly name: string;
  returned: boolean;
}

export const quietNoneStarts: Property<GlobalWorld> = {
  id: 'quiet/noneStarts',
  clause: 'global.none-starts',
  kind: 'always',
  monitor: (world) =>
    eachClient(world, (client) => {
      const seen = shared<Seen>({ name: client.name, returned: false });
      return [
        on(callbackStarts, (one) => {
          if (one === client && seen.returned) violated();
        }),
        on(unregisterReturns, (one, _current, answer) => {
          if (one !== client || answer === '-EDEADLK') return;
          applies();
          seen.returned = true;
        }),
      ];
    }),
};
