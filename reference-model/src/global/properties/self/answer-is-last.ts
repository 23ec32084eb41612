/** A task whose callback has answered that it lets go of the engine does not call it again. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackReturns, callbackStarts } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';
import { eachTask } from '../watch.js';

interface Seen {
  readonly name: string;
  answered: boolean;
}

export const selfAnswerIsLast: Property<GlobalWorld> = {
  id: 'self/answerIsLast',
  clause: 'global.self-answer-is-last',
  kind: 'always',
  monitor: (world) =>
    eachTask(world, (client, task) => {
      const seen = shared<Seen>({ name: client.name, answered: false });
      return [
        on(callbackStarts, (one, current) => {
          if (one === client && current === task && seen.answered) violated();
        }),
        on(callbackReturns, (one, current, action) => {
          if (one !== client || current !== task || action !== 'unregister') return;
          applies();
          seen.answered = true;
        }),
      ];
    }),
};
