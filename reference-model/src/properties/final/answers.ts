/**
 * The end of a task decides the answer: -ESRCH once the reaper has begun, -EALREADY while the death report is made.
 */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { detachCalled, detachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine } from '../watch.js';

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
    eachEngine(world, (engine, task) => {
      const seen = shared<Seen>({ name: engine.name, reap: false, death: false });
      return [
        on(detachCalled, (one) => {
          if (one !== engine) return;
          seen.reap = task.reap;
          seen.death = task.death === 'begun';
        }),
        on(detachReturns, (one, _current, answer) => {
          if (one !== engine) return;
          if (seen.reap || seen.death) applies();
          if (seen.reap && answer !== '-ESRCH') violated();
          // An engine that a callback has detached meanwhile answers -ESRCH.
          const open = seen.death && task.death === 'begun' && !task.reap && engine.ops === 'user';
          if (open && answer !== '-EALREADY') violated();
        }),
      ];
    }),
};
