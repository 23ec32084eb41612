/** An engine that wants none of the callbacks that a death brings gets -EALREADY all the same. */
import { on, type Property, witnessed } from '@quiesce/checker/language';
import { DEATH, QUIESCE, REAP } from '../../layer/event.js';
import { detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';

export const finalAlreadyWithoutDeath: Property<DetachWorld> = {
  id: 'final/alreadyWithoutDeath',
  clause: 'final.already-without-death',
  kind: 'sometimes',
  monitor: () => [
    on(detachReturns, (engine, _current, answer) => {
      if (answer === '-EALREADY' && (engine.flags & (QUIESCE | DEATH | REAP)) === 0) witnessed();
    }),
  ],
};
