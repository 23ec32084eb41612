/**
 * All that an owner waits for comes to an end if every callback ends, unless it holds a lock that a callback needs, or
 * another engine keeps the task stopped. A wait that polls for ever is none that ends.
 *
 * Fairness is strong, since the kernel's locks are given in turn.
 */
import { assuming, excepted, leadsTo, on, type Property, shared } from '@quiesce/checker/language';
import { detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import {
  eachEngine,
  eachOwner,
  isStoppedFor,
  type Running,
  type Waiting,
  whileRunning,
  whileWaiting,
} from '../watch.js';

export const waitEnds: Property<DetachWorld> = {
  id: 'wait/ends',
  clause: 'wait.ends',
  kind: 'liveness',
  fairness: 'strong',
  monitor: (world) => {
    const { mutex } = world.module;
    return [
      ...eachEngine(world, (engine) => {
        const seen = shared<Running>({ name: engine.name, running: false });
        return [...whileRunning(engine, seen), assuming(() => !seen.running)];
      }),
      ...eachOwner(world, (engine, owner, task) => {
        const seen = shared<Waiting>({ name: engine.name, waiting: false });
        const others = task.engines.filter((one) => one !== engine);
        return [
          ...whileWaiting(engine, owner, seen),
          on(detachReturns, (one, current) => {
            if (one === engine && current === owner && isStoppedFor(task, others)) excepted();
          }),
          leadsTo(
            () => seen.waiting && !mutex.held,
            () => !seen.waiting || isStoppedFor(task, others),
          ),
        ];
      }),
    ];
  },
};
