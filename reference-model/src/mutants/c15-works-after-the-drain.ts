/** SystemTap waited at exit until no work was left, and then detached, which it did by queueing work. */
import { type Mutant, type Scenario, when } from '@quiesce/checker/language';
import { type Backlog, deferWork } from '../client/backlog.js';
import type { DetachOption } from '../layer/option.js';
import type { Thread } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { deferring, orderly } from '../scenarios/deferring.js';
import { detachAll } from '../scenarios/exit-function.js';
import type { Cast, DetachSizes, DetachWorld } from '../scenarios/world.js';

const drainingFirst: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'draining-first',
  title: 'Wait for deferred work, detach and have work do the rest, then unload the module',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => deferring(option, sizes, { ...orderly, letGo }),
};

function letGo(option: DetachOption, cast: Cast, backlog: Backlog, current: Thread): boolean {
  when(backlog.outstanding === 0);
  const allowed = detachAll(option, cast, current);
  for (const work of backlog.works) deferWork(backlog, work);
  return allowed;
}

export const worksAfterTheDrain: Mutant<DetachOption, DetachWorld> = {
  id: 'C15',
  title: 'Work is queued after no work was left',
  source: 'SystemTap, removed in a329b05dd',
  option: recordBarrier,
  of: 'record-barrier',
  scenario: drainingFirst,
  caughtBy: 'lifetime/text',
};
