/** -EINPROGRESS was answered, no callback was running then, and the turn that it spoke of ended without one. */
import { on, type Property, shared, witnessed } from '@quiesce/checker/language';
import { callbackStarts, detachReturns, turnBegins, turnEnds } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine, type Running, whileRunning } from '../watch.js';

interface Seen extends Running {
  turn: boolean;
  alarm: boolean;
}

export const detachInProgressMayBeFalse: Property<DetachWorld> = {
  id: 'detach/inProgressMayBeFalse',
  clause: 'detach.in-progress-may-be-false',
  kind: 'sometimes',
  monitor: (world) =>
    eachEngine(world, (engine) => {
      const seen = shared<Seen>({ name: engine.name, running: false, turn: false, alarm: false });
      return [
        ...whileRunning(engine, seen),
        on(callbackStarts, (one) => {
          if (one === engine) seen.alarm = false;
        }),
        on(turnBegins, (_task, one) => {
          if (one === engine) seen.turn = true;
        }),
        on(turnEnds, (_task, one) => {
          if (one !== engine) return;
          if (seen.alarm) witnessed();
          seen.turn = false;
          seen.alarm = false;
        }),
        on(detachReturns, (one, _current, answer) => {
          if (one !== engine || answer !== '-EINPROGRESS' || seen.running) return;
          if (!seen.turn) witnessed();
          seen.alarm = seen.turn;
        }),
      ];
    }),
};
