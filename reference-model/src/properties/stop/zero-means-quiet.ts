/**
 * What 0 has always meant if the engine itself had the task stopped when detach was called, unless SIGKILL has broken
 * the stop.
 */
import { applies, excepted, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackStarts, detachCalled, detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachCaller, type Running, whileRunning } from '../watch.js';

interface Seen extends Running {
  stopped: boolean;
  zero: boolean;
}

export const stopZeroMeansQuiet: Property<DetachWorld> = {
  id: 'stop/zeroMeansQuiet',
  clause: 'stop.zero-means-quiet',
  kind: 'always',
  monitor: (world) =>
    eachCaller(world, (engine, caller, task) => {
      const seen = shared<Seen>({ name: engine.name, running: false, stopped: false, zero: false });
      return [
        on(callbackStarts, (one) => {
          if (one === engine && seen.zero && !task.killed) violated();
        }),
        ...whileRunning(engine, seen),
        on(detachCalled, (one, current) => {
          if (one === engine && current === caller) seen.stopped = task.stopped && engine.wantsStop;
        }),
        on(detachReturns, (one, current, answer) => {
          if (one !== engine || current !== caller || answer !== 0 || !seen.stopped) return;
          if (task.killed) excepted();
          applies();
          seen.zero = true;
          if (seen.running && !task.killed) violated();
        }),
      ];
    }),
};
