/** As detach and free, but the owner has SIGKILL coming: it cannot wait interruptibly any more. */
import type { Scenario } from '@quiesce/checker/language';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { killThread } from '../layer/stop.js';
import { newCrew } from '../layer/target.js';
import { newThread } from '../layer/task.js';
import { detachAndFreeAll } from './detach-free-data.js';
import { type DetachSizes, type DetachWorld, newCast, targets, watchers } from './world.js';

export const detachInterrupted: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'detach-interrupted',
  title: 'Detach with a signal pending',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => {
    const owner = newThread('D0');
    const crew = newCrew(1);
    const cast = newCast(option, sizes, watchers(sizes.engines), newModule('M'), [owner]);
    const detacher = { name: owner.name, body: () => detachAndFreeAll(option, cast, owner, crew) };
    const killer = { name: 'K', body: () => killThread(owner) };
    return {
      ...cast,
      freesData: true,
      processes: [...targets(option, cast, crew), detacher, killer],
    };
  },
};
