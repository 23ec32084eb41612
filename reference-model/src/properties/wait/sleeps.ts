/**
 * An owner that has to wait sleeps until there is something new to see. No fairness is asked for: where the owner is the
 * one who is always chosen to run, it still gets nowhere by itself, and has to let the others run.
 */
import { leadsTo, on, type Property, shared } from '@quiesce/checker/language';
import { teardownBegins, teardownEnds } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachOwner, type Waiting } from '../watch.js';

export const waitSleeps: Property<DetachWorld> = {
  id: 'wait/sleeps',
  clause: 'wait.sleeps',
  kind: 'liveness',
  fairness: 'none',
  scenarios: ['detach-free-data', 'detach-interrupted'],
  monitor: (world) =>
    eachOwner(world, (engine, owner) => {
      const seen = shared<Waiting>({ name: engine.name, waiting: false });
      return [
        on(teardownBegins, (one, current) => {
          if (one === engine && current === owner) seen.waiting = true;
        }),
        on(teardownEnds, (one, current) => {
          if (one === engine && current === owner) seen.waiting = false;
        }),
        leadsTo(
          () => seen.waiting,
          () => !seen.waiting,
        ),
      ];
    }),
};
