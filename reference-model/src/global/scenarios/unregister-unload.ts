/**
 * The exit function of the client's module: it unregisters, frees the data, and when it returns the module's text is freed.
 * One task reports twice, so that an old report and a new one are there.
 */
import type { Scenario } from '@quiesce/checker/language';
import { type Client, freeData } from '../layer/client.js';
import { freeModule } from '../layer/module.js';
import { teardownBegins, teardownEnds } from '../layer/observations.js';
import type { GlobalOption } from '../layer/option.js';
import type { Registry } from '../layer/registry.js';
import type { Thread } from '../layer/task.js';
import { unregister } from '../layer/unregister.js';
import { callers, type GlobalSizes, type GlobalWorld, newCast, targets, watch } from './world.js';

export const unregisterUnload: Scenario<GlobalOption, GlobalWorld, GlobalSizes> = {
  id: 'unregister-unload',
  title: 'Unregister in the exit function, then free the text of the module',
  sizes: { tasks: 2, events: 2 },
  build: (option, sizes) => {
    const cast = newCast(sizes, [watch], 1);
    const { registry, clients } = cast;
    const processes = callers(cast, (caller) => {
      for (const client of clients) unload(option, registry, client, caller);
    });
    return { ...cast, processes: [...targets(option, cast), ...processes] };
  },
};

function unload(option: GlobalOption, registry: Registry, client: Client, current: Thread): void {
  teardownBegins(client, current);
  option.stopModule(registry, client.module);
  unregister(option, registry, client, current);
  option.afterUnregister(client);
  teardownEnds(client, current);
  freeData(client.data);
  freeModule(client.module);
}
