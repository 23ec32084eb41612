/** A wait that does not end is for a callback of the owner's own engine, and for nothing else that the task does. */
import { applies, atEnd, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackStarts } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachOwner, type Running, type Waiting, whileRunning, whileWaiting } from '../watch.js';

interface Seen extends Running, Waiting {}

export const waitOwnCallbackOnly: Property<DetachWorld> = {
  id: 'wait/ownCallbackOnly',
  clause: 'wait.own-callback-only',
  kind: 'always',
  monitor: (world) =>
    eachOwner(world, (engine, owner) => {
      const seen = shared<Seen>({ name: engine.name, running: false, waiting: false });
      return [
        ...whileRunning(engine, seen),
        ...whileWaiting(engine, owner, seen),
        on(callbackStarts, (one) => {
          if (one !== engine && seen.waiting) applies();
        }),
        atEnd(() => {
          if (seen.waiting && !seen.running) violated();
        }),
      ];
    }),
};
