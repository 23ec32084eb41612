/** Nobody comes to the first instruction of a callback after its module was unloaded. */
import { applies, on, type Property, violated } from '@quiesce/checker/language';
import { callbackStarts, moduleFreed } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';

export const lifetimeHead: Property<GlobalWorld> = {
  id: 'lifetime/head',
  clause: 'global.text-head',
  kind: 'always',
  monitor: () => [
    on(moduleFreed, () => applies()),
    on(callbackStarts, (client) => {
      if (client.module.freed) violated();
    }),
  ],
};
