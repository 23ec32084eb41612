/** After a callback has answered that it lets go, a callback of the same engine starts in another task. */
import { on, type Property, shared, witnessed } from '@quiesce/checker/language';
import { callbackReturns, callbackStarts } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachTask } from '../watch.js';

interface Seen {
  readonly name: string;
  answered: boolean;
}

export const selfOthersGoOn: Property<GlobalWorld> = {
  id: 'self/othersGoOn',
  clause: 'global.self-others-go-on',
  kind: 'sometimes',
  monitor: (world) =>
    eachTask(world, (client, task) => {
      const seen = shared<Seen>({ name: client.name, answered: false });
      return [
        on(callbackStarts, (one, current) => {
          if (one === client && current !== task && seen.answered) witnessed();
        }),
        on(callbackReturns, (one, current, action) => {
          if (one === client && current === task && action === 'unregister') seen.answered = true;
        }),
      ];
    }),
};
