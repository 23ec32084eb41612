/**
 * The end of a task decides the answer: -ESRCH once the reaper has begun, -EALREADY while the death report is made.
 */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { detachCalled, detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachCaller } from '../watch.js';

interface Seen {
  readonly name: string;
  reap: boolean;
  death: boolean;
}

export const finalAnswers: Property<DetachWorld> = {
  id: 'final/answers',
  clause: 'final.answers',
  kind: 'always',
  monitor: (world) =>
    eachCaller(world, (engine, caller, task) => {
      const seen = shared<Seen>({ name: engine.name, reap: false, death: false });
      return [
        on(detachCalled, (one, current) => {
          if (one !== engine || current !== caller) return;
          seen.reap = task.reap;
          seen.death = task.death === 'begun';
        }),
        on(detachReturns, (one, current, answer) => {
          if (one !== engine || current !== caller) return;
          if (seen.reap || seen.death) applies();
          if (seen.reap && answer !== '-ESRCH') violated();
          if (!seen.death || task.death !== 'begun') return;
          if (answer === 0 || answer === '-EINPROGRESS') violated();
          // -ESRCH is right if the reaper has come meanwhile, or a callback has detached the engine.
          if (answer === '-ESRCH' && !task.reap && engine.ops === 'user') violated();
        }),
      ];
    }),
};
