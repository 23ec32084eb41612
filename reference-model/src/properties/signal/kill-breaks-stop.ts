/** The task stood still for an engine, nobody lifted the stop, and a callback of the engine starts: SIGKILL has broken it. */
import { on, type Property, shared, witnessed } from '@quiesce/checker/language';
import { callbackStarts, resumeReturns, taskStops } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine } from '../watch.js';

interface Seen {
  readonly name: string;
  /** The task was stopped for the engine, which has been neither resumed nor called since. */
  stood: boolean;
}

export const signalKillBreaksStop: Property<DetachWorld> = {
  id: 'signal/killBreaksStop',
  clause: 'signal.kill-breaks-stop',
  kind: 'sometimes',
  monitor: (world) =>
    eachEngine(world, (engine, task) => {
      const seen = shared<Seen>({ name: engine.name, stood: false });
      return [
        on(taskStops, (one) => {
          if (one === task && engine.wantsStop) seen.stood = true;
        }),
        on(resumeReturns, (one) => {
          if (one === engine) seen.stood = false;
        }),
        on(callbackStarts, (one) => {
          if (one !== engine) return;
          if (seen.stood && engine.wantsStop && task.killed) witnessed();
          seen.stood = false;
        }),
      ];
    }),
};
