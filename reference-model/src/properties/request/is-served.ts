/**
 * A task that was asked for a report, or interrupted, makes a callback to the engine before it goes back to user mode.
 * A system call that sleeps puts that off, unless it is interrupted, and so does a stop.
 */
import { applies, atEnd, excepted, on, type Property, shared, violated } from '@quiesce/checker/language';
import { QUIESCE } from '../../layer/event.js';
import { callbackStarts, requestCalled, requestReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine } from '../watch.js';

interface Seen {
  readonly name: string;
  /** A request was made, and no callback has come since it was begun. */
  owed: boolean;
  /** The call has answered that there will be one. */
  promised: boolean;
}

export const requestIsServed: Property<DetachWorld> = {
  id: 'request/isServed',
  clause: 'request.is-served',
  kind: 'always',
  scenarios: ['request-reports'],
  monitor: (world) =>
    eachEngine(world, (engine, task) => {
      const seen = shared<Seen>({ name: engine.name, owed: false, promised: false });
      return [
        on(requestCalled, (one) => {
          if (one !== engine || (engine.flags & QUIESCE) === 0) return;
          seen.owed = true;
          seen.promised = false;
        }),
        on(callbackStarts, (one) => {
          if (one === engine) seen.owed = false;
        }),
        on(requestReturns, (one, _current, answer) => {
          if (one !== engine || answer !== 0) return;
          applies();
          seen.promised = true;
          if (task.exited || (task.asleep && task.request === 'report')) excepted();
        }),
        atEnd(() => {
          const waits = task.exited || task.stopped || (task.asleep && task.request === 'report');
          if (seen.owed && seen.promised && !waits) violated();
        }),
      ];
    }),
};
