/**
 * An owner has cleared all events, waited as the contract says, and lifted the stop: the task does not stay stopped
 * for this engine.
 */
import { applies, atEnd, on, type Property, shared, violated } from '@quiesce/checker/language';
import { resumeReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine } from '../watch.js';

interface Seen {
  readonly name: string;
  lifted: boolean;
}

export const effectResumeSticks: Property<DetachWorld> = {
  id: 'effect/resumeSticks',
  clause: 'effect.resume-sticks',
  kind: 'always',
  monitor: (world) =>
    eachEngine(world, (engine, task) => {
      const seen = shared<Seen>({ name: engine.name, lifted: false });
      return [
        on(resumeReturns, (one, _current, answer) => {
          if (one !== engine || answer !== 0) return;
          applies();
          seen.lifted = true;
        }),
        atEnd(() => {
          if (seen.lifted && task.stopped && engine.wantsStop) violated();
        }),
      ];
    }),
};
