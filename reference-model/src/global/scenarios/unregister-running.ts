/** The plain case: a client unregisters while two tasks report, and frees its data. */
import type { Scenario } from '@quiesce/checker/language';
import type { GlobalOption } from '../layer/option.js';
import { tearDownAndFree } from './owner.js';
import { callers, type GlobalSizes, type GlobalWorld, newCast, targets, watch } from './world.js';

export const unregisterRunning: Scenario<GlobalOption, GlobalWorld, GlobalSizes> = {
  id: 'unregister-running',
  title: 'Unregister while two processors report, then free the data',
  sizes: { tasks: 2, events: 2 },
  build: (option, sizes) => {
    const cast = newCast(sizes, [watch], 1);
    const { registry, clients } = cast;
    const processes = callers(cast, (caller) => {
      for (const client of clients) tearDownAndFree(option, registry, client, caller);
    });
    return { ...cast, processes: [...targets(option, cast), ...processes] };
  },
};
