/** After -EINPROGRESS, a barrier that answers 0 or -ESRCH means that no callback of the engine runs or starts. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { barrierReturns, callbackStarts, detachReturns, setEventsReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine, type Running, whileRunning } from '../watch.js';

interface Seen extends Running {
  warned: boolean;
  quiet: boolean;
}

export const barrierZeroMeansQuiet: Property<DetachWorld> = {
  id: 'barrier/zeroMeansQuiet',
  clause: 'barrier.means-quiet',
  kind: 'always',
  monitor: (world) =>
    eachEngine(world, (engine, task) => {
      const seen = shared<Seen>({ name: engine.name, running: false, warned: false, quiet: false });
      const answers = [detachReturns, setEventsReturns].map((source) =>
        on(source, (one, current, answer) => {
          if (one === engine && current !== task && answer === '-EINPROGRESS') seen.warned = true;
        }),
      );
      return [
        on(callbackStarts, (one) => {
          if (one === engine && seen.quiet) violated();
        }),
        ...whileRunning(engine, seen),
        ...answers,
        on(barrierReturns, (one, current, answer) => {
          if (one !== engine || current === task || !seen.warned) return;
          if (answer !== 0 && answer !== '-ESRCH') return;
          applies();
          seen.quiet = true;
          if (seen.running) violated();
        }),
      ];
    }),
};
