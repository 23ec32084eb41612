/** SystemTap destroyed its caches at exit, and waited only then for the work that uses them. */
import type { Mutant, Scenario } from '@quiesce/checker/language';
import { type Backlog, drain } from '../client/backlog.js';
import { freeData } from '../layer/data.js';
import type { DetachOption } from '../layer/option.js';
import type { Thread } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { deferring, orderly } from '../scenarios/deferring.js';
import { detachAll } from '../scenarios/exit-function.js';
import type { Cast, DetachSizes, DetachWorld } from '../scenarios/world.js';

const freeingFirst: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'freeing-first',
  title: 'Detach, free the data, then wait for deferred work',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => deferring(option, sizes, { ...orderly, letGo }),
};

function letGo(option: DetachOption, cast: Cast, backlog: Backlog, current: Thread): boolean {
  const allowed = detachAll(option, cast, current);
  for (const engine of cast.engines) freeData(engine);
  drain(backlog);
  return allowed;
}

export const freeBeforeDrain: Mutant<DetachOption, DetachWorld> = {
  id: 'C11',
  title: 'Data is freed before the work that uses it is waited for',
  source: 'SystemTap, fixed in 66283521, d9edc5f2 and 327788a9',
  option: recordBarrier,
  of: 'record-barrier',
  scenario: freeingFirst,
  caughtBy: 'lifetime/data',
};
