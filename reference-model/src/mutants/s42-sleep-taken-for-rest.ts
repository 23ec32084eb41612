/** Seeded: RCU-Tasks with callbacks that sleep. A task that sleeps of its own will has rested, wherever it sleeps. */
import type { Mutant } from '@quiesce/checker/language';
import type { DetachOption } from '../layer/option.js';
import { rcuTasks } from '../options/rcu-tasks.js';
import { detachAsleep } from '../scenarios/detach-asleep.js';
import type { DetachWorld } from '../scenarios/world.js';

export const sleepTakenForRest: Mutant<DetachOption, DetachWorld> = {
  id: 'S42',
  title: 'A callback that sleeps is taken for one that is over',
  source: 'seeded; what RCU-Tasks does not cover',
  option: { ...rcuTasks, callbacksMaySleep: true },
  of: 'rcu-tasks',
  scenario: detachAsleep,
  caughtBy: 'lifetime/data',
};
