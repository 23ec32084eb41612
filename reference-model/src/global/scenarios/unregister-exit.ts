/** A task exits while a client unregisters: it makes its last report, and leaves the list of tasks. */
import type { Scenario } from '@quiesce/checker/language';
import { EXIT } from '../layer/event.js';
import type { GlobalOption } from '../layer/option.js';
import { runTaskToItsEnd } from '../layer/target.js';
import { tearDownAndFree } from './owner.js';
import { callers, type GlobalSizes, type GlobalWorld, newCast, watch } from './world.js';

export const unregisterExit: Scenario<GlobalOption, GlobalWorld, GlobalSizes> = {
  id: 'unregister-exit',
  title: 'Unregister while two tasks exit',
  sizes: { tasks: 2, events: 0 },
  build: (option, sizes) => {
    const cast = newCast(sizes, [watch], 1, EXIT);
    const { registry, clients, tasks } = cast;
    const processes = callers(cast, (caller) => {
      for (const client of clients) tearDownAndFree(option, registry, client, caller);
    });
    const ending = tasks.map((task) => ({
      name: task.name,
      body: () => runTaskToItsEnd(option, registry, task),
    }));
    return { ...cast, processes: [...ending, ...processes] };
  },
};
