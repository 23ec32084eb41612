/** Unregister that is called in a callback of the engine does not answer as if none were running. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { unregisterReturns } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachTask, type Inside, whileInside } from '../watch.js';

export const selfZeroIsHonest: Property<GlobalWorld> = {
  id: 'self/zeroIsHonest',
  clause: 'global.self-call-says-so',
  kind: 'always',
  monitor: (world) =>
    eachTask(world, (client, task) => {
      const seen = shared<Inside>({ name: client.name, inside: false });
      return [
        ...whileInside(client, task, seen),
        on(unregisterReturns, (one, current, answer) => {
          if (one !== client || current !== task || !seen.inside) return;
          applies();
          if (answer !== '-EDEADLK') violated();
        }),
      ];
    }),
};
