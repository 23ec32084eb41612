/**
 * After its module was unloaded, nobody is on the way into a callback: before its first instruction, or between that and its
 * work, for which the use of its data stands.
 */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackStarts, moduleFreed } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachTask, type Passage, whileInText } from '../watch.js';

export const lifetimeHead: Property<GlobalWorld> = {
  id: 'lifetime/head',
  clause: 'global.text-head',
  kind: 'always',
  monitor: (world) =>
    eachTask(world, (client, task) => {
      const seen = shared<Passage>({ name: client.name, at: 'outside' });
      return [
        ...whileInText(client, task, seen),
        on(callbackStarts, (one) => {
          if (one === client && client.module.freed) violated();
        }),
        on(moduleFreed, (module) => {
          if (module !== client.module) return;
          applies();
          if (seen.at === 'head') violated();
        }),
      ];
    }),
};
