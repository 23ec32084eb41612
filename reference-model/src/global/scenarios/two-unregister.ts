/** Two threads unregister one engine at the same time. */
import type { Scenario } from '@quiesce/checker/language';
import type { GlobalOption } from '../layer/option.js';
import { tearDown } from './owner.js';
import { callers, type GlobalSizes, type GlobalWorld, newCast, targets, watch } from './world.js';

export const twoUnregister: Scenario<GlobalOption, GlobalWorld, GlobalSizes> = {
  id: 'two-unregister',
  title: 'Two threads unregister one engine',
  sizes: { tasks: 1, events: 2 },
  build: (option, sizes) => {
    const cast = newCast(sizes, [watch], 2);
    const { registry, clients } = cast;
    const processes = callers(cast, (caller) => {
      for (const client of clients) tearDown(option, registry, client, caller);
    });
    return { ...cast, processes: [...targets(option, cast), ...processes] };
  },
};
