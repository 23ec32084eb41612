/** A look at a task's engines never finds one that was detached, also if it is still on the list. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { detachReturns, engineFound } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine } from '../watch.js';

interface Seen {
  readonly name: string;
  detached: boolean;
}

export const attachNeverDetached: Property<DetachWorld> = {
  id: 'attach/neverDetached',
  clause: 'attach.never-detached',
  kind: 'always',
  scenarios: ['detach-found'],
  monitor: (world) =>
    eachEngine(world, (engine) => {
      const seen = shared<Seen>({ name: engine.name, detached: false });
      return [
        on(detachReturns, (one, _current, answer) => {
          if (one !== engine || (answer !== 0 && answer !== '-EINPROGRESS')) return;
          seen.detached = true;
          // The owner looks again in any case, until it finds nothing.
          applies();
        }),
        on(engineFound, (one) => {
          if (one === engine && seen.detached) violated();
        }),
      ];
    }),
};
