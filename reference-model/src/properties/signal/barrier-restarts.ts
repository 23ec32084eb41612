/** A signal ends the wait of a barrier, and a callback of the engine still runs. */
import { on, type Property, shared, witnessed } from '@quiesce/checker/language';
import { barrierReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine, type Running, whileRunning } from '../watch.js';

export const signalBarrierRestarts: Property<DetachWorld> = {
  id: 'signal/barrierRestarts',
  clause: 'signal.barrier-restarts',
  kind: 'sometimes',
  monitor: (world) =>
    eachEngine(world, (engine) => {
      const seen = shared<Running>({ name: engine.name, running: false });
      return [
        ...whileRunning(engine, seen),
        on(barrierReturns, (one, _current, answer) => {
          if (one === engine && answer === '-ERESTARTSYS' && seen.running) witnessed();
        }),
      ];
    }),
};
