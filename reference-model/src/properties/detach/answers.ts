/** The return set of detach, also with a signal pending. */
import { applies, on, type Property, violated } from '@quiesce/checker/language';
import { detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';

export const detachAnswers: Property<DetachWorld> = {
  id: 'detach/answers',
  clause: 'detach.answers',
  kind: 'always',
  monitor: () => [
    on(detachReturns, (_engine, _current, answer) => {
      applies();
      const isOne =
        answer === 0 || answer === '-EINPROGRESS' || answer === '-EALREADY' || answer === '-ESRCH';
      if (!isOne) violated();
    }),
  ],
};
