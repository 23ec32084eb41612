/** Of two threads that detach one engine, one at most is told that it did: 0 or -EINPROGRESS. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { detachCalled, detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine } from '../watch.js';

interface Seen {
  readonly name: string;
  calls: 0 | 1 | 2;
  won: boolean;
}

export const twoOneWins: Property<DetachWorld> = {
  id: 'two/oneWins',
  clause: 'two.one-wins',
  kind: 'always',
  monitor: (world) =>
    eachEngine(world, (engine) => {
      const seen = shared<Seen>({ name: engine.name, calls: 0, won: false });
      return [
        on(detachCalled, (one) => {
          if (one !== engine) return;
          if (seen.calls === 1) applies();
          seen.calls = seen.calls === 0 ? 1 : 2;
        }),
        on(detachReturns, (one, _current, answer) => {
          if (one !== engine || (answer !== 0 && answer !== '-EINPROGRESS')) return;
          if (seen.won) violated();
          seen.won = true;
        }),
      ];
    }),
};
