/** When a module is unloaded, nobody is on the way out of a callback: between its work and its last instruction. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { moduleFreed } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachTask, type Passage, whileInText } from '../watch.js';

export const lifetimeTail: Property<GlobalWorld> = {
  id: 'lifetime/tail',
  clause: 'global.text-tail',
  kind: 'always',
  monitor: (world) =>
    eachTask(world, (client, task) => {
      const seen = shared<Passage>({ name: client.name, at: 'outside' });
      return [
        ...whileInText(client, task, seen),
        on(moduleFreed, (module) => {
          if (module !== client.module) return;
          applies();
          if (seen.at === 'tail') violated();
        }),
      ];
    }),
};
