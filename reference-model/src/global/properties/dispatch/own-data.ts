/** The text of a client is given the data that were registered with it. */
import { applies, on, type Property, violated } from '@quiesce/checker/language';
import { dataUsed, registerReturns } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';

export const dispatchOwnData: Property<GlobalWorld> = {
  id: 'dispatch/ownData',
  clause: 'global.own-data',
  kind: 'always',
  monitor: () => [
    on(registerReturns, (_client, answer) => {
      if (answer === 0) applies();
    }),
    on(dataUsed, (client, data) => {
      if (client.data !== data) violated();
    }),
  ],
};
