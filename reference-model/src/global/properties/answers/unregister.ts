/** Unregister answers 0 or -ESRCH; from the own callback also -EDEADLK. */
import { on, type Property, violated } from '@quiesce/checker/language';
import { unregisterReturns } from '../../layer/observations.js';
import type { GlobalWorld } from '../../scenarios/world.js';

export const answersUnregister: Property<GlobalWorld> = {
  id: 'answers/unregister',
  clause: 'global.unregister-answers',
  kind: 'always',
  monitor: () => [
    on(unregisterReturns, (_client, current, answer) => {
      if (answer === 0 || answer === '-ESRCH') return;
      if (answer !== '-EDEADLK' || !current.traced) violated();
    }),
  ],
};
