/** Two threads detach the same engine at the same time; each then acts on the answer that it got. */
import type { Scenario } from '@quiesce/checker/language';
import { newModule } from '../layer/module.js';
import type { DetachOption } from '../layer/option.js';
import { newCrew } from '../layer/target.js';
import { newThread } from '../layer/task.js';
import { detachAndFreeAll } from './detach-free-data.js';
import { type DetachSizes, type DetachWorld, newCast, targets, watchers } from './world.js';

export const twoDetachers: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'two-detachers',
  title: 'Two detachers at once',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => {
    const owners = [newThread('D0'), newThread('D1')];
    const crew = newCrew(2);
    const cast = newCast(option, sizes, watchers(sizes.engines), newModule('M'), owners);
    const detachers = owners.map((owner) => ({
      name: owner.name,
      body: () => detachAndFreeAll(option, cast, owner, crew),
    }));
    return {
      ...cast,
      freesData: true,
      processes: [...targets(option, cast, crew), ...detachers],
    };
  },
};
