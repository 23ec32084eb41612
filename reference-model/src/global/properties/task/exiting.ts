/** The last report of a task's life is no exception: its callback neither runs nor starts after unregister has returned. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackStarts, unregisterReturns } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachTask, type Inside, whileInside } from '../watch.js';

interface Seen extends Inside {
  over: boolean;
}

export const taskExiting: Property<GlobalWorld> = {
  id: 'task/exiting',
  clause: 'global.exiting-tasks',
  kind: 'always',
  monitor: (world) =>
    eachTask(world, (client, task) => {
      const seen = shared<Seen>({ name: client.name, inside: false, over: false });
      return [
        on(callbackStarts, (one, current) => {
          if (one === client && current === task && task.exiting && seen.over) violated();
        }),
        ...whileInside(client, task, seen),
        on(unregisterReturns, (one) => {
          if (one !== client) return;
          seen.over = true;
          if (!task.exiting) return;
          applies();
          if (seen.inside) violated();
        }),
      ];
    }),
};
