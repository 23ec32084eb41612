/** An engine that was attached exclusively is the only one of its module on the task. */
import { applies, on, type Property, shared, violated } from '@quiesce/checker/language';
import { attachCalled, attachReturns } from '../../layer/observations.js';
import type { DetachWorld } from '../../scenarios/world.js';
import { eachEngine } from '../watch.js';

interface Seen {
  readonly name: string;
  exclusive: boolean;
}

export const attachOneExclusive: Property<DetachWorld> = {
  id: 'attach/oneExclusive',
  clause: 'attach.one-exclusive',
  kind: 'always',
  scenarios: ['attach-exclusive'],
  monitor: (world) =>
    eachEngine(world, (engine, task) => {
      const others = task.engines.filter((one) => one !== engine);
      const seen = shared<Seen>({ name: engine.name, exclusive: false });
      return [
        on(attachCalled, (one, _current, exclusive) => {
          if (one === engine) seen.exclusive = exclusive;
        }),
        on(attachReturns, (one, _current, answer) => {
          if (one !== engine || answer !== 0 || !seen.exclusive) return;
          applies();
          for (const other of others) if (other.ops === 'user') violated();
        }),
      ];
    }),
};
