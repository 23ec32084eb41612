/** No callback uses the data after an owner, who went by the contract, has freed it. */
import { applies, on, type Property, violated } from '@quiesce/checker/language';
import { dataFreed, dataUsed } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';

export const lifetimeData: Property<DetachWorld> = {
  id: 'lifetime/data',
  clause: 'lifetime.data',
  kind: 'always',
  monitor: () => [
    on(dataFreed, () => applies()),
    on(dataUsed, (engine) => {
      if (engine.data.freed) violated();
    }),
  ],
};
