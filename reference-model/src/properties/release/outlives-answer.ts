/** The owner is through with the engine, its reference given back, and the release function runs in the task. */
import { on, type Property, shared, witnessed } from '@quiesce/checker/language';
import { ownerForgets, releaseReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine } from '../watch.js';

interface Seen {
  readonly name: string;
  through: boolean;
}

export const releaseOutlivesAnswer: Property<DetachWorld> = {
  id: 'release/outlivesAnswer',
  clause: 'release.outlives-answer',
  kind: 'sometimes',
  monitor: (world) =>
    eachEngine(world, (engine) => {
      const seen = shared<Seen>({ name: engine.name, through: false });
      return [
        on(ownerForgets, (one) => {
          if (one === engine) seen.through = true;
        }),
        on(releaseReturns, (one) => {
          if (one === engine && seen.through) witnessed();
        }),
      ];
    }),
};
