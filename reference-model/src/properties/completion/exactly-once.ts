/** An engine that is let go of, by a call, by a callback's answer or by the reaper, is completed once its callbacks are over. */
import { applies, atEnd, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackReturns, completionStarts, detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine, type Running, whileRunning } from '../watch.js';

interface Seen extends Running {
  gone: boolean;
  completed: boolean;
}

export const completionExactlyOnce: Property<DetachWorld> = {
  id: 'completion/exactlyOnce',
  clause: 'completion.exactly-once',
  kind: 'always',
  monitor: (world) =>
    eachEngine(world, (engine) => {
      const seen = shared<Seen>({ name: engine.name, running: false, gone: false, completed: false });
      return [
        ...whileRunning(engine, seen),
        on(detachReturns, (one, _current, answer) => {
          if (one !== engine || (answer !== 0 && answer !== '-EINPROGRESS')) return;
          applies();
          seen.gone = true;
        }),
        on(callbackReturns, (one, occasion, action) => {
          if (one === engine && (action === 'detach' || occasion === 'reap')) seen.gone = true;
        }),
        on(completionStarts, (one) => {
          if (one !== engine) return;
          if (seen.completed) violated();
          seen.completed = true;
        }),
        atEnd(() => {
          if (seen.gone && !seen.running && !seen.completed) violated();
        }),
      ];
    }),
};
