/**
 * The owner that gets -ESRCH, and knows that nobody else detached the engine, can leave the cleanup to the reap
 * callback, or to a death callback that detaches.
 */
import { applies, atEnd, excepted, on, type Property, shared, violated } from '@quiesce/checker/language';
import { REAP } from '../../layer/event.js';
import { callbackReturns, callbackStarts, detachCalled, detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachCaller } from '../watch.js';

interface Seen {
  readonly name: string;
  /** The engine wanted the reap report when detach was called, and was attached. */
  wants: boolean;
  gone: boolean;
  reaped: boolean;
  /** Somebody else has detached it, or its own callback has. */
  detached: boolean;
}

export const finalEsrchMeansReap: Property<DetachWorld> = {
  id: 'final/esrchMeansReap',
  clause: 'final.esrch-means-reap',
  kind: 'always',
  monitor: (world) =>
    eachCaller(world, (engine, caller) => {
      const seen = shared<Seen>({
        name: engine.name,
        wants: false,
        gone: false,
        reaped: false,
        detached: false,
      });
      return [
        on(detachCalled, (one, current) => {
          if (one === engine && current === caller) seen.wants = (engine.flags & REAP) !== 0;
        }),
        on(callbackReturns, (one, _occasion, action) => {
          if (one !== engine || action !== 'detach') return;
          if (seen.gone) excepted();
          seen.detached = true;
        }),
        on(detachReturns, (one, current, answer) => {
          if (one !== engine) return;
          if (answer === 0 || answer === '-EINPROGRESS') seen.detached = true;
          if (current !== caller || answer !== '-ESRCH' || seen.detached || !seen.wants) return;
          applies();
          seen.gone = true;
        }),
        on(callbackStarts, (one, occasion) => {
          if (one === engine && occasion === 'reap') seen.reaped = true;
        }),
        atEnd(() => {
          if (seen.gone && !seen.reaped && !seen.detached) violated();
        }),
      ];
    }),
};
