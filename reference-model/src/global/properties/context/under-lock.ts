/** The whole teardown comes to an end, although the client holds a lock that the callback under way waits for. */
import { applies, atEnd, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackStarts } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachCaller, type Running, type Waiting, whileRunning, whileWaiting } from '../watch.js';

interface Seen extends Running, Waiting {}

export const contextUnderLock: Property<GlobalWorld> = {
  id: 'context/underLock',
  clause: 'global.under-lock',
  kind: 'always',
  monitor: (world) =>
    eachCaller(world, (client, caller) => {
      const seen = shared<Seen>({ name: client.name, running: 0, waiting: false });
      return [
        ...whileRunning(client, seen),
        ...whileWaiting(client, caller, seen),
        on(callbackStarts, (one) => {
          if (one === client && seen.waiting && client.module.mutex.held) applies();
        }),
        atEnd(() => {
          if (seen.waiting && seen.running > 0 && client.module.mutex.held) violated();
        }),
      ];
    }),
};
