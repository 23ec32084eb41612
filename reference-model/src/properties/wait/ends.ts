/**
 * All that an owner waits for comes to an end, unless it holds a lock that a callback needs, or another engine keeps
 * the task stopped.
 */
import { applies, atEnd, excepted, on, type Property, shared, violated } from '@quiesce/checker/language';
import { detachReturns, teardownBegins } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachOwner, isStoppedFor, type Waiting, whileWaiting } from '../watch.js';

interface Seen extends Waiting {}

export const waitEnds: Property<DetachWorld> = {
  id: 'wait/ends',
  clause: 'wait.ends',
  kind: 'always',
  monitor: (world) =>
    eachOwner(world, (engine, owner, task) => {
      const seen = shared<Seen>({ name: engine.name, waiting: false });
      const others = task.engines.filter((one) => one !== engine);
      return [
        ...whileWaiting(engine, owner, seen),
        on(teardownBegins, (one, current) => {
          if (one === engine && current === owner && !world.module.mutex.held) applies();
        }),
        on(detachReturns, (one, current) => {
          if (one === engine && current === owner && isStoppedFor(task, others)) excepted();
        }),
        atEnd(() => {
          if (seen.waiting && !world.module.mutex.held && !isStoppedFor(task, others)) violated();
        }),
      ];
    }),
};
