/** -EINPROGRESS is answered only if the task was in this engine's turn at some time during the call. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import {
  detachCalled,
  detachReturns,
  setEventsCalled,
  setEventsReturns,
  turnBegins,
  turnEnds,
} from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachCaller } from '../watch.js';

interface Seen {
  readonly name: string;
  /** The task is between the beginning and the end of this engine's turn. */
  turn: boolean;
  calling: boolean;
  /** Both were true at the same time, during the call. */
  met: boolean;
}

export const detachInProgressNamesEngine: Property<DetachWorld> = {
  id: 'detach/inProgressNamesEngine',
  clause: 'detach.in-progress-in-its-turn',
  kind: 'always',
  monitor: (world) =>
    eachCaller(world, (engine, caller) => {
      const seen = shared<Seen>({ name: engine.name, turn: false, calling: false, met: false });
      const calls = [detachCalled, setEventsCalled].map((source) =>
        on(source, (one, current) => {
          if (one !== engine || current !== caller) return;
          seen.calling = true;
          seen.met = seen.turn;
        }),
      );
      const returns = [detachReturns, setEventsReturns].map((source) =>
        on(source, (one, current, answer) => {
          if (one !== engine || current !== caller) return;
          if (answer === '-EINPROGRESS') applies();
          if (answer === '-EINPROGRESS' && !seen.met) violated();
          seen.calling = false;
          seen.met = false;
        }),
      );
      return [
        on(turnBegins, (_task, one) => {
          if (one !== engine) return;
          seen.turn = true;
          if (seen.calling) seen.met = true;
        }),
        on(turnEnds, (_task, one) => {
          if (one === engine) seen.turn = false;
        }),
        ...calls,
        ...returns,
      ];
    }),
};
