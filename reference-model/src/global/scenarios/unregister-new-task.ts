/** A task is born while a client unregisters: it comes to the list of tasks when that may have been looked at. */
import type { Scenario } from '@quiesce/checker/language';
import { CLONE } from '../layer/event.js';
import type { GlobalOption } from '../layer/option.js';
import { runParent, runTask } from '../layer/target.js';
import { newTask } from '../layer/task.js';
import { tearDownAndFree } from './owner.js';
import { callers, castOf, type GlobalSizes, type GlobalWorld, watch } from './world.js';

export const unregisterNewTask: Scenario<GlobalOption, GlobalWorld, GlobalSizes> = {
  id: 'unregister-new-task',
  title: 'Unregister while a task is born',
  sizes: { tasks: 2, events: 1 },
  build: (option, { events }) => {
    const parent = newTask('T0', 0, events, true);
    const child = newTask('T1', 1, events, false);
    const cast = castOf([parent, child], [watch], 1, CLONE);
    const { registry, clients } = cast;
    const processes = callers(cast, (caller) => {
      for (const client of clients) tearDownAndFree(option, registry, client, caller);
    });
    const family = [
      { name: parent.name, body: () => runParent(option, registry, parent, child) },
      { name: child.name, body: () => runTask(option, registry, child) },
    ];
    return { ...cast, processes: [...family, ...processes] };
  },
};
