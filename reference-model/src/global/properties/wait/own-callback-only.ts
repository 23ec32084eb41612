/** A client does not wait for ever while no callback of its own runs: those of others are not its business. */
import { applies, atEnd, on, type Property, shared, violated } from '@quiesce/checker/language';
import { teardownBegins } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachCaller, type Running, type Waiting, whileRunning, whileWaiting } from '../watch.js';

interface Seen extends Running, Waiting {}

export const waitOwnCallbackOnly: Property<GlobalWorld> = {
  id: 'wait/ownCallbackOnly',
  clause: 'global.own-callbacks-only',
  kind: 'always',
  monitor: (world) =>
    eachCaller(world, (client, caller) => {
      const seen = shared<Seen>({ name: client.name, running: 0, waiting: false });
      return [
        ...whileRunning(client, seen),
        ...whileWaiting(client, caller, seen),
        on(teardownBegins, (one) => {
          if (one === client) applies();
        }),
        atEnd(() => {
          if (seen.waiting && seen.running === 0) violated();
        }),
      ];
    }),
};
