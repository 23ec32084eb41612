/** A callback lets go of its own engine, by its answer or by a call from inside, while another task reports. */
import { choose, type Scenario } from '@quiesce/checker/language';
import { type Action, type Client, type Data, useData } from '../layer/client.js';
import type { GlobalOption } from '../layer/option.js';
import type { Registry } from '../layer/registry.js';
import type { Task } from '../layer/task.js';
import { unregister } from '../layer/unregister.js';
import { type Cast, type GlobalSizes, type GlobalWorld, newCast, targets } from './world.js';

export const unregisterSelf: Scenario<GlobalOption, GlobalWorld, GlobalSizes> = {
  id: 'unregister-self',
  title: 'Unregister from the own callback',
  sizes: { tasks: 2, events: 2 },
  build: (option, sizes) => {
    const cast: Cast = newCast(
      sizes,
      [(task, client, data) => leaveOrStay(option, cast.registry, task, client, data)],
      0,
    );
    return { ...cast, processes: targets(option, cast) };
  },
};

/** The first task is the one that may leave. */
function leaveOrStay(
  option: GlobalOption,
  registry: Registry,
  task: Task,
  client: Client,
  data: Data,
): Action {
  useData(task, client, data);
  if (task.cpu !== 0) return 'resume';
  const way = choose('stay', 'answer', 'call');
  if (way === 'answer') return 'unregister';
  if (way === 'call') unregister(option, registry, client, task);
  return 'resume';
}
