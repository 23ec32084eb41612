/** A task that was born during the call does not call the engine after it. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackStarts, taskBorn, unregisterCalled, unregisterReturns } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachTask, type Inside, whileInside } from '../watch.js';

interface Seen extends Inside {
  call: 'ahead' | 'under-way' | 'over';
  born: boolean;
}

export const taskNewborn: Property<GlobalWorld> = {
  id: 'task/newborn',
  clause: 'global.new-tasks',
  kind: 'always',
  monitor: (world) =>
    eachTask(world, (client, task) => {
      const seen = shared<Seen>({ name: client.name, inside: false, call: 'ahead', born: false });
      return [
        on(unregisterCalled, (one) => {
          if (one === client) seen.call = 'under-way';
        }),
        on(taskBorn, (one) => {
          if (one === task && seen.call === 'under-way') seen.born = true;
        }),
        on(callbackStarts, (one, current) => {
          if (one === client && current === task && seen.born && seen.call === 'over') violated();
        }),
        ...whileInside(client, task, seen),
        on(unregisterReturns, (one) => {
          if (one !== client) return;
          seen.call = 'over';
          if (!seen.born) return;
          applies();
          if (seen.inside) violated();
        }),
      ];
    }),
};
