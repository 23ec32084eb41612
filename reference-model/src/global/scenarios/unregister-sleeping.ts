/** Callbacks go to sleep of their own will, as they do when they allocate memory or take a mutex. */
import { type Scenario, step } from '@quiesce/checker/language';
import { type Action, type Client, type Data, useData } from '../layer/client.js';
import { callbackSleeps } from '../layer/observations.js';
import type { GlobalOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { tearDown } from './owner.js';
import { callers, type GlobalSizes, type GlobalWorld, newCast, targets } from './world.js';

export const unregisterSleeping: Scenario<GlobalOption, GlobalWorld, GlobalSizes> = {
  id: 'unregister-sleeping',
  title: 'Unregister while callbacks sleep',
  sizes: { tasks: 2, events: 1 },
  build: (option, sizes) => {
    const cast = newCast(sizes, [(task, client, data) => sleepAndUse(option, task, client, data)], 1);
    const { registry, clients } = cast;
    const processes = callers(cast, (caller) => {
      for (const client of clients) tearDown(option, registry, client, caller);
    });
    return { ...cast, processes: [...targets(option, cast), ...processes] };
  },
};

function sleepAndUse(option: GlobalOption, task: Task, client: Client, data: Data): Action {
  callbackSleeps(client, task);
  option.fallAsleep(task);
  step();
  option.wakeUp(task);
  useData(task, client, data);
  return 'resume';
}
