/** Nobody is in the text of a callback, up to its last instruction, when its module was unloaded. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { moduleFreed } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachClient, type Running, whileRunning } from '../watch.js';

export const lifetimeTail: Property<GlobalWorld> = {
  id: 'lifetime/tail',
  clause: 'global.text-tail',
  kind: 'always',
  monitor: (world) =>
    eachClient(world, (client) => {
      const seen = shared<Running>({ name: client.name, running: 0 });
      return [
        ...whileRunning(client, seen),
        on(moduleFreed, (module) => {
          if (module !== client.module) return;
          applies();
          if (seen.running > 0) violated();
        }),
      ];
    }),
};
