/** The whole teardown comes to an end, although the owner holds a lock that the callback under way waits for. */
import { applies, atEnd, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackStarts } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachOwner, type Running, type Waiting, whileRunning, whileWaiting } from '../watch.js';

interface Seen extends Running, Waiting {}

export const contextUnderLock: Property<DetachWorld> = {
  id: 'context/underLock',
  clause: 'context.under-lock',
  kind: 'always',
  monitor: (world) =>
    eachOwner(world, (engine, owner) => {
      const seen = shared<Seen>({ name: engine.name, running: false, waiting: false });
      return [
        ...whileRunning(engine, seen),
        ...whileWaiting(engine, owner, seen),
        on(callbackStarts, (one) => {
          if (one === engine && seen.waiting && world.module.mutex.held) applies();
        }),
        atEnd(() => {
          if (seen.waiting && seen.running && world.module.mutex.held) violated();
        }),
      ];
    }),
};
