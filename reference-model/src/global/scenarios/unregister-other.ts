/** A callback of one client unregisters another client's engine, while a second task reports. */
import type { Scenario } from '@quiesce/checker/language';
import type { Action } from '../layer/client.js';
import type { GlobalOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { tearDown } from './owner.js';
import { type Cast, type GlobalSizes, type GlobalWorld, newCast, targets, watch } from './world.js';

export const unregisterOther: Scenario<GlobalOption, GlobalWorld, GlobalSizes> = {
  id: 'unregister-other',
  title: "Unregister from another client's callback",
  sizes: { tasks: 2, events: 1 },
  build: (option, sizes) => {
    const cast: Cast = newCast(sizes, [(task) => letGoOfOther(option, cast, task), watch], 0);
    return { ...cast, processes: targets(option, cast) };
  },
};

/** The first task is the one that does it. */
function letGoOfOther(option: GlobalOption, cast: Cast, task: Task): Action {
  if (task.cpu === 0) tearDown(option, cast.registry, cast.clients[1]!, task);
  return 'resume';
}
