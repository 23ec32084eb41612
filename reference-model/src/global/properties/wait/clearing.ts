/** set_events returns, also where tasks report all the time, if every callback ends. */
import { type Property, shared } from '@quiesce/checker/language';
import type { GlobalWorld } from '../../scenarios/world.js';
import { endsIfCallbacksDo, type Running, type Waiting, whileClearing, whileRunning } from '../watch.js';

interface Seen extends Running, Waiting {}

export const waitClearing: Property<GlobalWorld> = {
  id: 'wait/clearing',
  clause: 'global.clearing-ends-when-busy',
  kind: 'liveness',
  fairness: 'weak',
  scenarios: ['clear-busy'],
  monitor: (world) =>
    world.clients.flatMap((client) =>
      world.callers.flatMap((caller) => {
        const seen = shared<Seen>({ name: client.name, running: 0, waiting: false });
        return [
          ...whileRunning(client, seen),
          ...whileClearing(client, caller, seen),
          ...endsIfCallbacksDo(seen),
        ];
      }),
    ),
};
