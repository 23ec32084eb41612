/** Two callbacks that unregister each other's engines both get their answers. */
import { applies, atEnd, type Property, violated } from '@quiesce/checker/language';
import type { GlobalWorld } from '../../scenarios/world.js';
import { isCrossed, tasksThatWait } from './waiting-tasks.js';

export const contextCrossed: Property<GlobalWorld> = {
  id: 'context/crossed',
  clause: 'global.crossed-calls',
  kind: 'always',
  monitor: (world) => {
    const { tasks, handlers } = tasksThatWait(world, (all) => {
      if (isCrossed(all)) applies();
    });
    return [
      ...handlers,
      atEnd(() => {
        if (isCrossed(tasks)) violated();
      }),
    ];
  },
};
