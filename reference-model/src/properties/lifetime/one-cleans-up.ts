/**
 * Whatever the answer was, the data is freed, and freed once. An engine that does not want both death and reap
 * reports may leave nobody to do it after an error.
 */
import { applies, atEnd, on, type Property, shared, violated } from '@quiesce/checker/language';
import { DEATH, REAP } from '../../layer/event.js';
import { dataFreed, teardownBegins, teardownEnds } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachCaller } from '../watch.js';

interface Seen {
  readonly name: string;
  /** The engine wanted both reports of the task's end when its owner began. */
  ends: boolean;
  torn: boolean;
  freed: boolean;
}

export const lifetimeOneCleansUp: Property<DetachWorld> = {
  id: 'lifetime/oneCleansUp',
  clause: 'lifetime.one-cleans-up',
  kind: 'always',
  monitor: (world) =>
    eachCaller(world, (engine, caller) => {
      const seen = shared<Seen>({ name: engine.name, ends: false, torn: false, freed: false });
      return [
        on(teardownBegins, (one, current) => {
          if (one !== engine || current !== caller) return;
          seen.ends = (engine.flags & DEATH) !== 0 && (engine.flags & REAP) !== 0;
        }),
        on(teardownEnds, (one, current, answer) => {
          if (one !== engine || current !== caller || !world.freesData) return;
          if (answer !== 0 && answer !== '-EINPROGRESS' && !seen.ends) return;
          applies();
          seen.torn = true;
        }),
        on(dataFreed, (one) => {
          if (one !== engine) return;
          if (seen.freed) violated();
          seen.freed = true;
        }),
        atEnd(() => {
          if (seen.torn && !seen.freed) violated();
        }),
      ];
    }),
};
