/** For options that have no record to look at. */
import { applies, on, type Property, violated } from '@quiesce/checker/language';
import { detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';

export const detachNeverInProgress: Property<DetachWorld> = {
  id: 'detach/neverInProgress',
  clause: 'detach.no-in-progress',
  kind: 'always',
  monitor: () => [
    on(detachReturns, (_engine, _current, answer) => {
      applies();
      if (answer === '-EINPROGRESS') violated();
    }),
  ],
};
