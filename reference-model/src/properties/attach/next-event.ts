/** A signal that comes after an engine was attached, and wants signals, is told to it. */
import { applies, atEnd, on, type Property, shared, violated } from '@quiesce/checker/language';
import { SIGNAL } from '../../layer/event.js';
import { attachReturns, callbackStarts, setEventsReturns, signalComes } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine } from '../watch.js';

interface Seen {
  readonly name: string;
  attached: boolean;
  wants: boolean;
  owed: boolean;
}

export const attachNextEvent: Property<DetachWorld> = {
  id: 'attach/nextEvent',
  clause: 'attach.next-event',
  kind: 'always',
  scenarios: ['attach-and-signal'],
  monitor: (world) =>
    eachEngine(world, (engine, task) => {
      const seen = shared<Seen>({ name: engine.name, attached: false, wants: false, owed: false });
      return [
        on(attachReturns, (one, _current, answer) => {
          if (one === engine && answer === 0) seen.attached = true;
        }),
        on(setEventsReturns, (one, _current, answer) => {
          if (one === engine && answer === 0) seen.wants = (engine.flags & SIGNAL) !== 0;
        }),
        on(signalComes, (one) => {
          if (one !== task || !seen.attached || !seen.wants) return;
          applies();
          seen.owed = true;
        }),
        on(callbackStarts, (one, occasion) => {
          if (one === engine && occasion === 'signal') seen.owed = false;
        }),
        atEnd(() => {
          if (seen.owed && !task.killed) violated();
        }),
      ];
    }),
};
