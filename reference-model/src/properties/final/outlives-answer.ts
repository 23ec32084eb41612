/**
 * A death or reap callback runs after -EALREADY or -ESRCH was answered: nothing tells when its text is no longer
 * needed.
 */
import { on, type Property, shared, witnessed } from '@quiesce/checker/language';
import { callbackReturns, callbackStarts, detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine } from '../watch.js';

interface Seen {
  readonly name: string;
  final: boolean;
  answered: boolean;
}

export const finalOutlivesAnswer: Property<DetachWorld> = {
  id: 'final/outlivesAnswer',
  clause: 'final.callback-outlives-answer',
  kind: 'sometimes',
  monitor: (world) =>
    eachEngine(world, (engine) => {
      const seen = shared<Seen>({ name: engine.name, final: false, answered: false });
      return [
        on(callbackStarts, (one, occasion) => {
          if (one !== engine || (occasion !== 'death' && occasion !== 'reap')) return;
          seen.final = true;
          if (seen.answered) witnessed();
        }),
        on(callbackReturns, (one) => {
          if (one === engine) seen.final = false;
        }),
        on(detachReturns, (one, _current, answer) => {
          if (one !== engine || (answer !== '-EALREADY' && answer !== '-ESRCH')) return;
          seen.answered = true;
          if (seen.final) witnessed();
        }),
      ];
    }),
};
