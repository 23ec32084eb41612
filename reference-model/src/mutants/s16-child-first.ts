/** Seeded: a module that follows clone detaches from the child first, and then from the parent that may have another. */
import type { Mutant, Scenario } from '@quiesce/checker/language';
import type { DetachOption } from '../layer/option.js';
import { counted } from '../options/counted.js';
import { cloning } from '../scenarios/detach-clone.js';
import type { DetachSizes, DetachWorld } from '../scenarios/world.js';

const childFirst: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'child-first',
  title: 'Detach from the child, then from the task that clones, then unload the module',
  sizes: { tasks: 2, engines: 1, events: 1 },
  build: (option, sizes) => cloning(option, sizes, (tasks) => [tasks[1]!, tasks[0]!]),
};

export const detachedChildFirst: Mutant<DetachOption, DetachWorld> = {
  id: 'S16',
  title: 'A client that follows clone looks at the child first',
  source: 'seeded',
  option: counted,
  of: 'counted',
  scenario: childFirst,
  caughtBy: 'lifetime/text',
};
