/** set_events that clears nothing has nothing to wait for, and never answers -EINPROGRESS. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { setEventsCalled, setEventsReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachCaller } from '../watch.js';

interface Seen {
  readonly name: string;
  clears: boolean;
}

export const eventsAddedWithoutAlarm: Property<DetachWorld> = {
  id: 'events/addedWithoutAlarm',
  clause: 'events.added-without-alarm',
  kind: 'always',
  scenarios: ['change-events'],
  monitor: (world) =>
    eachCaller(world, (engine, caller) => {
      const seen = shared<Seen>({ name: engine.name, clears: false });
      return [
        on(setEventsCalled, (one, current, flags) => {
          if (one === engine && current === caller) seen.clears = (engine.flags & ~flags) !== 0;
        }),
        on(setEventsReturns, (one, current, answer) => {
          if (one !== engine || current !== caller || seen.clears) return;
          applies();
          if (answer === '-EINPROGRESS') violated();
        }),
      ];
    }),
};
