/** A callback that unregisters its own engine by a call gets an answer. */
import { applies, atEnd, on, type Property, shared, violated } from '@quiesce/checker/language';
import { unregisterCalled, unregisterReturns } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachTask, type Inside, whileInside } from '../watch.js';

interface Seen extends Inside {
  calling: boolean;
}

export const selfCallReturns: Property<GlobalWorld> = {
  id: 'self/callReturns',
  clause: 'global.self-call-returns',
  kind: 'always',
  monitor: (world) =>
    eachTask(world, (client, task) => {
      const seen = shared<Seen>({ name: client.name, inside: false, calling: false });
      return [
        ...whileInside(client, task, seen),
        on(unregisterCalled, (one, current) => {
          if (one !== client || current !== task || !seen.inside) return;
          applies();
          seen.calling = true;
        }),
        on(unregisterReturns, (one, current) => {
          if (one === client && current === task) seen.calling = false;
        }),
        atEnd(() => {
          if (seen.calling) violated();
        }),
      ];
    }),
};
