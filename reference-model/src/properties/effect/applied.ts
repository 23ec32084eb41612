/** When a barrier answers 0, the stop that the last callback asked for is in force. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { barrierReturns, callbackReturns, callbackStarts } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine } from '../watch.js';

interface Seen {
  readonly name: string;
  owed: boolean;
}

export const effectApplied: Property<DetachWorld> = {
  id: 'effect/applied',
  clause: 'effect.barrier-zero-means-applied',
  kind: 'always',
  monitor: (world) =>
    eachEngine(world, (engine) => {
      const seen = shared<Seen>({ name: engine.name, owed: false });
      return [
        on(callbackStarts, (one) => {
          if (one === engine) seen.owed = false;
        }),
        on(callbackReturns, (one, _occasion, action) => {
          if (one === engine) seen.owed = action === 'stop';
        }),
        on(barrierReturns, (one, _current, answer) => {
          if (one !== engine || answer !== 0 || !seen.owed) return;
          applies();
          if (!engine.wantsStop) violated();
        }),
      ];
    }),
};
