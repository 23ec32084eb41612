/** All that an owner waits for comes to an end, unless it holds a lock that a callback needs. */
import { applies, atEnd, on, type Property, shared, violated } from '@quiesce/checker/language';
import { teardownBegins } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachOwner, type Waiting, whileWaiting } from '../watch.js';

interface Seen extends Waiting {}

export const waitEnds: Property<DetachWorld> = {
  id: 'wait/ends',
  clause: 'wait.ends',
  kind: 'always',
  monitor: (world) =>
    eachOwner(world, (engine, owner) => {
      const seen = shared<Seen>({ waiting: false });
      return [
        ...whileWaiting(engine, owner, seen),
        on(teardownBegins, (one, current) => {
          if (one === engine && current === owner && !world.module.mutex.held) applies();
        }),
        atEnd(() => {
          if (seen.waiting && !world.module.mutex.held) violated();
        }),
      ];
    }),
};
