/** No callback uses the data after a client, who went by the contract, has freed it. */
import { applies, on, type Property, violated } from '@quiesce/checker/language';
import { dataFreed, dataUsed } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';

export const lifetimeData: Property<GlobalWorld> = {
  id: 'lifetime/data',
  clause: 'global.data',
  kind: 'always',
  monitor: () => [
    on(dataFreed, () => applies()),
    on(dataUsed, (_client, data) => {
      if (data.freed) violated();
    }),
  ],
};
