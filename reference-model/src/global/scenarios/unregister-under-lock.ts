/** The client unregisters while it holds a lock that its callback takes. */
import { lock, type Scenario, unlock } from '@quiesce/checker/language';
import { type Action, type Client, type Data, useData } from '../layer/client.js';
import type { GlobalOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { tearDown } from './owner.js';
import { callers, type GlobalSizes, type GlobalWorld, newCast, targets } from './world.js';

export const unregisterUnderLock: Scenario<GlobalOption, GlobalWorld, GlobalSizes> = {
  id: 'unregister-under-lock',
  title: 'Unregister under a lock that the callback takes',
  sizes: { tasks: 1, events: 1 },
  build: (option, sizes) => {
    const cast = newCast(sizes, [locking], 1);
    const { registry, clients } = cast;
    const processes = callers(cast, (caller) => {
      for (const client of clients) {
        lock(client.module.mutex);
        tearDown(option, registry, client, caller);
        unlock(client.module.mutex);
      }
    });
    return { ...cast, processes: [...targets(option, cast), ...processes] };
  },
};

function locking(task: Task, client: Client, data: Data): Action {
  lock(client.module.mutex);
  useData(task, client, data);
  unlock(client.module.mutex);
  return 'resume';
}
