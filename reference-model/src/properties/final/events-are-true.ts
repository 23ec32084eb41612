/**
 * After set_events has answered 0, the death and the reap callback are made if the mask has them, and not if it has not.
 * What a callback under way does is a matter of its own, so only calls from outside count, and of engines that stay.
 */
import { applies, atEnd, on, type Property, shared, violated } from '@quiesce/checker/language';
import { DEATH, REAP } from '../../layer/event.js';
import { callbackStarts, setEventsCalled, setEventsReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachOwner } from '../watch.js';

interface Seen {
  readonly name: string;
  /** The mask asked for has these. */
  death: boolean;
  reap: boolean;
  /** The call has answered 0. */
  set: boolean;
  died: boolean;
  reaped: boolean;
}

export const finalEventsAreTrue: Property<DetachWorld> = {
  id: 'final/eventsAreTrue',
  clause: 'final.events-are-true',
  kind: 'always',
  scenarios: ['change-events'],
  monitor: (world) =>
    eachOwner(world, (engine, owner, task) => {
      const seen = shared<Seen>({
        name: engine.name,
        death: false,
        reap: false,
        set: false,
        died: false,
        reaped: false,
      });
      return [
        on(setEventsCalled, (one, current, flags) => {
          if (one !== engine || current !== owner) return;
          seen.death = (flags & DEATH) !== 0;
          seen.reap = (flags & REAP) !== 0;
        }),
        on(setEventsReturns, (one, current, answer) => {
          if (one !== engine || current !== owner || answer !== 0) return;
          applies();
          seen.set = true;
        }),
        on(callbackStarts, (one, occasion) => {
          if (one !== engine) return;
          if (seen.set && occasion === 'death' && !seen.death) violated();
          if (seen.set && occasion === 'reap' && !seen.reap) violated();
          if (occasion === 'death') seen.died = true;
          if (occasion === 'reap') seen.reaped = true;
        }),
        atEnd(() => {
          if (!seen.set || engine.ops === 'detached' || !task.reap) return;
          if (seen.death && !seen.died) violated();
          if (seen.reap && !seen.reaped) violated();
        }),
      ];
    }),
};
