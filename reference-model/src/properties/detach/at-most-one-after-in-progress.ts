/** After -EINPROGRESS one callback may be running or start, and then no other. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackStarts, detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine, whileRunning } from '../watch.js';

interface Seen {
  readonly name: string;
  /** How many callbacks may still be under way, or start; `null` before the answer. */
  left: 0 | 1 | null;
  running: boolean;
}

export const detachAtMostOneAfterInProgress: Property<DetachWorld> = {
  id: 'detach/atMostOneAfterInProgress',
  clause: 'detach.in-progress-at-most-one',
  kind: 'always',
  monitor: (world) =>
    eachEngine(world, (engine) => {
      const seen = shared<Seen>({ name: engine.name, running: false, left: null });
      return [
        on(callbackStarts, (one) => {
          if (one !== engine) return;
          if (seen.left === 0) violated();
          if (seen.left === 1) seen.left = 0;
        }),
        ...whileRunning(engine, seen),
        on(detachReturns, (one, _current, answer) => {
          if (one !== engine || answer !== '-EINPROGRESS') return;
          applies();
          seen.left = seen.running ? 0 : 1;
        }),
      ];
    }),
};
