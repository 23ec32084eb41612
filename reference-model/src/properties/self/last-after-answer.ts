/** Once a callback has answered that it detaches its engine, no other one starts. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { callbackReturns, callbackStarts } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine } from '../watch.js';

interface Seen {
  readonly name: string;
  done: boolean;
}

export const selfLastAfterAnswer: Property<DetachWorld> = {
  id: 'self/lastAfterAnswer',
  clause: 'self.answer-detaches',
  kind: 'always',
  monitor: (world) =>
    eachEngine(world, (engine) => {
      const seen = shared<Seen>({ name: engine.name, done: false });
      return [
        on(callbackStarts, (one) => {
          if (one === engine && seen.done) violated();
        }),
        on(callbackReturns, (one, _occasion, action) => {
          if (one !== engine || action !== 'detach') return;
          applies();
          seen.done = true;
        }),
      ];
    }),
};
