/** A client clears one of its two events; each task reports both, and exits. */
import type { Scenario } from '@quiesce/checker/language';
import { CLONE, EXIT } from '../layer/event.js';
import type { GlobalOption } from '../layer/option.js';
import { setEvents } from '../layer/set-events.js';
import { runTaskToItsEnd } from '../layer/target.js';
import { callers, type GlobalSizes, type GlobalWorld, newCast, watch } from './world.js';

export const clearEvents: Scenario<GlobalOption, GlobalWorld, GlobalSizes> = {
  id: 'clear-events',
  title: 'Clear an event while two processors report it',
  sizes: { tasks: 2, events: 1 },
  build: (option, sizes) => {
    const cast = newCast(sizes, [watch], 1, CLONE | EXIT);
    const { registry, clients, tasks } = cast;
    const processes = callers(cast, (caller) => {
      for (const client of clients) setEvents(option, registry, client, EXIT, caller);
    });
    const ending = tasks.map((task) => ({
      name: task.name,
      body: () => runTaskToItsEnd(option, registry, task),
    }));
    return { ...cast, processes: [...ending, ...processes] };
  },
};
