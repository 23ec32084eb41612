/** A barrier that the task itself makes answers 0 while a callback of the engine runs: the one that made it. */
import { on, type Property, shared, witnessed } from '@quiesce/checker/language';
import { barrierReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine, type Running, whileRunning } from '../watch.js';

export const selfBarrierSaysZero: Property<DetachWorld> = {
  id: 'self/barrierSaysZero',
  clause: 'self.barrier-says-zero',
  kind: 'sometimes',
  monitor: (world) =>
    eachEngine(world, (engine, task) => {
      const seen = shared<Running>({ name: engine.name, running: false });
      return [
        ...whileRunning(engine, seen),
        on(barrierReturns, (one, current, answer) => {
          if (one === engine && current === task && seen.running && answer === 0) witnessed();
        }),
      ];
    }),
};
