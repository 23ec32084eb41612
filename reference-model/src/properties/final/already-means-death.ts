/**
 * The owner that gets -EALREADY can leave the cleanup to the death callback, if the engine wants it and nobody else has
 * detached it: it is made, once.
 */
import { applies, atEnd, on, type Property, shared, violated } from '@quiesce/checker/language';
import { DEATH } from '../../layer/event.js';
import { callbackStarts, detachCalled, detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachCaller } from '../watch.js';

interface Seen {
  readonly name: string;
  wants: boolean;
  already: boolean;
  /** Somebody has been told that it did the detach. */
  detached: boolean;
  deaths: 0 | 1;
}

export const finalAlreadyMeansDeath: Property<DetachWorld> = {
  id: 'final/alreadyMeansDeath',
  clause: 'final.already-means-death',
  kind: 'always',
  monitor: (world) =>
    eachCaller(world, (engine, caller) => {
      const seen = shared<Seen>({
        name: engine.name,
        wants: false,
        already: false,
        detached: false,
        deaths: 0,
      });
      return [
        on(detachCalled, (one, current) => {
          if (one === engine && current === caller) seen.wants = (engine.flags & DEATH) !== 0;
        }),
        on(detachReturns, (one, current, answer) => {
          if (one === engine && (answer === 0 || answer === '-EINPROGRESS')) seen.detached = true;
          if (one !== engine || current !== caller || answer !== '-EALREADY' || !seen.wants) return;
          applies();
          seen.already = true;
        }),
        on(callbackStarts, (one, occasion) => {
          if (one !== engine || occasion !== 'death') return;
          if (seen.deaths === 1) violated();
          seen.deaths = 1;
        }),
        atEnd(() => {
          if (seen.already && seen.deaths === 0 && !seen.detached) violated();
        }),
      ];
    }),
};
