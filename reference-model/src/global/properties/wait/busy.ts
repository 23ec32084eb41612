/** All that a client waits for comes to an end, also where tasks report all the time, if every callback ends. */
import { type Property, shared } from '@quiesce/checker/language';
import type { GlobalWorld } from '../../scenarios/world.js';
import { endsIfCallbacksDo, type Running, type Waiting, whileRunning, whileWaiting } from '../watch.js';

interface Seen extends Running, Waiting {}

export const waitBusy: Property<GlobalWorld> = {
  id: 'wait/busy',
  clause: 'global.wait-ends-when-busy',
  kind: 'liveness',
  fairness: 'weak',
  scenarios: ['unregister-busy'],
  monitor: (world) =>
    world.clients.flatMap((client) =>
      world.callers.flatMap((caller) => {
        const seen = shared<Seen>({ name: client.name, running: 0, waiting: false });
        return [
          ...whileRunning(client, seen),
          ...whileWaiting(client, caller, seen),
          ...endsIfCallbacksDo(seen),
        ];
      }),
    ),
};
