/** Of all who unregister an engine, one at most is told 0. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { unregisterCalled, unregisterReturns } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachClient } from '../watch.js';

interface Seen {
  readonly name: string;
  called: boolean;
  removed: boolean;
}

export const twoOneRemoves: Property<GlobalWorld> = {
  id: 'two/oneRemoves',
  clause: 'global.one-removes',
  kind: 'always',
  monitor: (world) =>
    eachClient(world, (client) => {
      const seen = shared<Seen>({ name: client.name, called: false, removed: false });
      return [
        on(unregisterCalled, (one) => {
          if (one !== client) return;
          if (seen.called) applies();
          seen.called = true;
        }),
        on(unregisterReturns, (one, _current, answer) => {
          if (one !== client || answer !== 0) return;
          if (seen.removed) violated();
          seen.removed = true;
        }),
      ];
    }),
};
