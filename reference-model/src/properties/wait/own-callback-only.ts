/** A wait ends if the callbacks of the owner's own engine do, whatever else the task does, and for however long. */
import { assuming, leadsTo, type Property, shared } from '@quiesce/checker/language';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachOwner, type Running, type Waiting, whileRunning, whileWaiting } from '../watch.js';

interface Seen extends Running, Waiting {}

export const waitOwnCallbackOnly: Property<DetachWorld> = {
  id: 'wait/ownCallbackOnly',
  clause: 'wait.own-callback-only',
  kind: 'liveness',
  fairness: 'strong',
  monitor: (world) =>
    eachOwner(world, (engine, owner) => {
      const seen = shared<Seen>({ name: engine.name, running: false, waiting: false });
      return [
        ...whileRunning(engine, seen),
        ...whileWaiting(engine, owner, seen),
        leadsTo(
          () => seen.waiting,
          () => !seen.waiting,
        ),
        assuming(() => !seen.waiting || !seen.running),
      ];
    }),
};
