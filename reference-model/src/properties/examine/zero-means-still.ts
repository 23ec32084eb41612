/** When an examination is said to be good, the task has not run since it began. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { examineBegins, examineEnds, turnBegins } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';

interface Seen {
  readonly name: string;
  /** The task has made a report since the examination began: between two sleeps it makes one. */
  ran: boolean;
}

export const examineZeroMeansStill: Property<DetachWorld> = {
  id: 'examine/zeroMeansStill',
  clause: 'examine.zero-means-still',
  kind: 'always',
  scenarios: ['examine-stopped'],
  monitor: (world) =>
    world.tasks.flatMap((task) => {
      const seen = shared<Seen>({ name: task.name, ran: false });
      return [
        on(examineBegins, () => {
          seen.ran = false;
        }),
        on(turnBegins, (one) => {
          if (one === task) seen.ran = true;
        }),
        on(examineEnds, (_engine, _current, answer) => {
          if (answer !== 0) return;
          applies();
          if (seen.ran) violated();
        }),
      ];
    }),
};
