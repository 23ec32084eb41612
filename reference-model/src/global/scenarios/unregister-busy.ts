/** A client unregisters while a task reports one event after the other, for ever. */
import type { Scenario } from '@quiesce/checker/language';
import type { GlobalOption } from '../layer/option.js';
import { runBusyTask } from '../layer/target.js';
import { tearDown } from './owner.js';
import { callers, type GlobalSizes, type GlobalWorld, newCast, watch } from './world.js';

export const unregisterBusy: Scenario<GlobalOption, GlobalWorld, GlobalSizes> = {
  id: 'unregister-busy',
  title: 'Unregister while a task reports for ever',
  sizes: { tasks: 1, events: 0 },
  build: (option, sizes) => {
    const cast = newCast(sizes, [watch], 1);
    const { registry, clients, tasks } = cast;
    const processes = callers(cast, (caller) => {
      for (const client of clients) tearDown(option, registry, client, caller);
    });
    const busy = tasks.map((task) => ({ name: task.name, body: () => runBusyTask(option, registry, task) }));
    return { ...cast, processes: [...busy, ...processes] };
  },
};
