/**
 * The client unregisters while it holds a lock that only another client's callback takes. That callback waits; the client's own
 * does not.
 */
import { lock, type Scenario, unlock } from '@quiesce/checker/language';
import type { Action, Client, Data } from '../layer/client.js';
import type { GlobalOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { tearDown } from './owner.js';
import { callers, type GlobalSizes, type GlobalWorld, newCast, targets, watch } from './world.js';

export const unregisterBesideLock: Scenario<GlobalOption, GlobalWorld, GlobalSizes> = {
  id: 'unregister-beside-lock',
  title: "Unregister under a lock that another client's callback takes",
  sizes: { tasks: 1, events: 1 },
  build: (option, sizes) => {
    const cast = newCast(sizes, [watch, waiting], 1);
    const { registry, clients } = cast;
    const [own, other] = [clients[0]!, clients[1]!];
    const processes = callers(cast, (caller) => {
      lock(other.module.mutex);
      tearDown(option, registry, own, caller);
      unlock(other.module.mutex);
    });
    return { ...cast, processes: [...targets(option, cast), ...processes] };
  },
};

function waiting(_task: Task, client: Client, _data: Data): Action {
  lock(client.module.mutex);
  unlock(client.module.mutex);
  return 'resume';
}
