/** Two callbacks, each in a task of its own, unregister each other's engine. */
import type { Scenario } from '@quiesce/checker/language';
import type { Action } from '../layer/client.js';
import type { GlobalOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { tearDown } from './owner.js';
import { type Cast, type GlobalSizes, type GlobalWorld, newCast, targets } from './world.js';

export const unregisterCrossed: Scenario<GlobalOption, GlobalWorld, GlobalSizes> = {
  id: 'unregister-crossed',
  title: "Two callbacks unregister each other's engines",
  sizes: { tasks: 2, events: 1 },
  build: (option, sizes) => {
    const cast: Cast = newCast(
      sizes,
      [(task) => letGo(option, cast, task, 0), (task) => letGo(option, cast, task, 1)],
      0,
    );
    return { ...cast, processes: targets(option, cast) };
  },
};

/** The callback of client `own` unregisters the other one, in the task of the same number. */
function letGo(option: GlobalOption, cast: Cast, task: Task, own: 0 | 1): Action {
  if (task.cpu === own) tearDown(option, cast.registry, cast.clients[1 - own]!, task);
  return 'resume';
}
