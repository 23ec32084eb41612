/**
 * Whatever the answer was, the data is freed, and freed once. An engine that wants neither death nor reap reports
 * leaves nobody to do it after an error.
 */
import { applies, atEnd, on, type Property, shared, violated } from '@quiesce/checker/language';
import { DEATH, REAP } from '../../layer/event.js';
import { dataFreed, teardownBegins, teardownEnds } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine } from '../watch.js';

interface Seen {
  readonly name: string;
  ends: boolean;
  torn: boolean;
  freed: boolean;
}

export const lifetimeOneCleansUp: Property<DetachWorld> = {
  id: 'lifetime/oneCleansUp',
  clause: 'lifetime.one-cleans-up',
  kind: 'always',
  monitor: (world) =>
    eachEngine(world, (engine) => {
      const seen = shared<Seen>({ name: engine.name, ends: false, torn: false, freed: false });
      return [
        on(teardownBegins, (one) => {
          if (one === engine) seen.ends = (engine.flags & (DEATH | REAP)) !== 0;
        }),
        on(teardownEnds, (one, _current, answer) => {
          if (one !== engine || !world.freesData) return;
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
