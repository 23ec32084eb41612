/** A callback starts for an engine that keeps its task stopped: SIGKILL has broken the stop. */
import { on, type Property, witnessed } from '@quiesce/checker/language';
import { callbackStarts } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine } from '../watch.js';

export const signalKillBreaksStop: Property<DetachWorld> = {
  id: 'signal/killBreaksStop',
  clause: 'signal.kill-breaks-stop',
  kind: 'sometimes',
  monitor: (world) =>
    eachEngine(world, (engine, task) => [
      on(callbackStarts, (one) => {
        if (one === engine && engine.wantsStop && task.killed) witnessed();
      }),
    ]),
};
