/** A callback detaches its own engine by a call, and is told that a callback is under way: itself. */
import { on, type Property, shared, witnessed } from '@quiesce/checker/language';
import { detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine, type Running, whileRunning } from '../watch.js';

export const selfCallSaysInProgress: Property<DetachWorld> = {
  id: 'self/callSaysInProgress',
  clause: 'self.call-says-in-progress',
  kind: 'sometimes',
  monitor: (world) =>
    eachEngine(world, (engine, task) => {
      const seen = shared<Running>({ name: engine.name, running: false });
      return [
        ...whileRunning(engine, seen),
        on(detachReturns, (one, current, answer) => {
          if (one === engine && current === task && seen.running && answer === '-EINPROGRESS') witnessed();
        }),
      ];
    }),
};
