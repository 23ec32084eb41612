/** A callback of one engine that unregisters another engine gets its answer. */
import { applies, atEnd, on, type Property, shared, violated } from '@quiesce/checker/language';
import { teardownBegins } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachTask, type Waiting, whileWaiting } from '../watch.js';

export const contextOtherCallback: Property<GlobalWorld> = {
  id: 'context/otherCallback',
  clause: 'global.other-callback',
  kind: 'always',
  monitor: (world) =>
    eachTask(world, (client, task) => {
      const seen = shared<Waiting>({ name: client.name, waiting: false });
      return [
        ...whileWaiting(client, task, seen),
        on(teardownBegins, (one, current) => {
          if (one === client && current === task) applies();
        }),
        atEnd(() => {
          if (seen.waiting) violated();
        }),
      ];
    }),
};
