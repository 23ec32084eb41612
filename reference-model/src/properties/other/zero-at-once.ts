/**
 * Detach from a callback of another engine of the same task is exact: the task cannot be in two callbacks. The whole
 * teardown ends, and its call answers 0.
 */
import { applies, atEnd, on, type Property, shared, violated } from '@quiesce/checker/language';
import { detachReturns, teardownBegins, teardownEnds } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine, type Running, whileRunning } from '../watch.js';

interface Seen extends Running {
  leaving: boolean;
}

export const otherZeroAtOnce: Property<DetachWorld> = {
  id: 'other/zeroAtOnce',
  clause: 'other.zero-at-once',
  kind: 'always',
  monitor: (world) =>
    eachEngine(world, (engine, task) => {
      const seen = shared<Seen>({ name: engine.name, running: false, leaving: false });
      return [
        ...whileRunning(engine, seen),
        on(teardownBegins, (one, current) => {
          if (one !== engine || current !== task || seen.running) return;
          applies();
          seen.leaving = true;
        }),
        on(detachReturns, (one, current, answer) => {
          if (one === engine && current === task && seen.leaving && answer !== 0) violated();
        }),
        on(teardownEnds, (one, current) => {
          if (one === engine && current === task) seen.leaving = false;
        }),
        atEnd(() => {
          if (seen.leaving) violated();
        }),
      ];
    }),
};
