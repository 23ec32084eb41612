/** A callback of one engine that unregisters another engine gets its answer, unless another callback does the same. */
import { applies, atEnd, excepted, type Property, violated } from '@quiesce/checker/language';
import type { GlobalWorld } from '../../scenarios/world.js';
import { isCrossed, tasksThatWait } from './waiting-tasks.js';

export const contextOtherCallback: Property<GlobalWorld> = {
  id: 'context/otherCallback',
  clause: 'global.other-callback',
  kind: 'always',
  monitor: (world) => {
    const { tasks, handlers } = tasksThatWait(world, (all) => {
      applies();
      if (isCrossed(all)) excepted();
    });
    return [
      ...handlers,
      atEnd(() => {
        for (const task of tasks) if (task.waiting && !isCrossed(tasks)) violated();
      }),
    ];
  },
};
