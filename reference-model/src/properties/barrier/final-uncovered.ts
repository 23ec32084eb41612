/**
 * A barrier that was called after -EALREADY or -ESRCH has answered, and a death or reap callback starts or still runs.
 */
import { on, type Property, shared, witnessed } from '@quiesce/checker/language';
import { barrierReturns, callbackStarts, detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine, type Running, whileRunning } from '../watch.js';

interface Seen extends Running {
  warned: boolean;
  passed: boolean;
}

export const barrierFinalUncovered: Property<DetachWorld> = {
  id: 'barrier/finalUncovered',
  clause: 'barrier.final-not-covered',
  kind: 'sometimes',
  monitor: (world) =>
    eachEngine(world, (engine, task) => {
      const seen = shared<Seen>({ name: engine.name, running: false, warned: false, passed: false });
      return [
        on(callbackStarts, (one) => {
          if (one === engine && seen.passed) witnessed();
        }),
        ...whileRunning(engine, seen),
        on(detachReturns, (one, current, answer) => {
          if (one === engine && current !== task && (answer === '-EALREADY' || answer === '-ESRCH'))
            seen.warned = true;
        }),
        on(barrierReturns, (one, current, answer) => {
          if (one !== engine || current === task || !seen.warned || (answer !== 0 && answer !== '-ESRCH'))
            return;
          seen.passed = true;
          if (seen.running) witnessed();
        }),
      ];
    }),
};
