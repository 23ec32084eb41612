/** A client clears an event while a task reports another one that stays, for ever. */
import type { Scenario } from '@quiesce/checker/language';
import { CLONE, EXIT } from '../layer/event.js';
import type { GlobalOption } from '../layer/option.js';
import { setEvents } from '../layer/set-events.js';
import { runBusyTask } from '../layer/target.js';
import { callers, type GlobalSizes, type GlobalWorld, newCast, watch } from './world.js';

export const clearBusy: Scenario<GlobalOption, GlobalWorld, GlobalSizes> = {
  id: 'clear-busy',
  title: 'Clear an event while a task reports another one for ever',
  sizes: { tasks: 1, events: 0 },
  build: (option, sizes) => {
    const cast = newCast(sizes, [watch], 1, CLONE | EXIT);
    const { registry, clients, tasks } = cast;
    const processes = callers(cast, (caller) => {
      for (const client of clients) setEvents(option, registry, client, CLONE, caller);
    });
    const busy = tasks.map((task) => ({ name: task.name, body: () => runBusyTask(option, registry, task) }));
    return { ...cast, processes: [...busy, ...processes] };
  },
};
