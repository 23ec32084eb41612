/** All that a client waits for comes to an end, unless it holds a lock that a callback needs. */
import { applies, atEnd, excepted, on, type Property, shared, violated } from '@quiesce/checker/language';
import { teardownBegins } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachCaller, type Waiting, whileWaiting } from '../watch.js';

export const waitEnds: Property<GlobalWorld> = {
  id: 'wait/ends',
  clause: 'global.wait-ends',
  kind: 'always',
  monitor: (world) => {
    const { clients } = world;
    return eachCaller(world, (client, caller) => {
      const seen = shared<Waiting>({ name: client.name, waiting: false });
      return [
        ...whileWaiting(client, caller, seen),
        on(teardownBegins, (one, current) => {
          if (one !== client || current !== caller || current.traced) return;
          for (const other of clients) if (other.module.mutex.held) excepted();
          applies();
        }),
        atEnd(() => {
          let held = false;
          for (const other of clients) if (other.module.mutex.held) held = true;
          if (seen.waiting && !caller.traced && !held) violated();
        }),
      ];
    });
  },
};
