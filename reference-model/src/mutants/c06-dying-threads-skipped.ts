/**
 * SystemTap detached from threads that had an address space, and so passed over those that were dying and not yet dead.
 * Their death callback was still to come. What is attached has to be enumerated as it was for attaching.
 */
import type { Mutant, Scenario } from '@quiesce/checker/language';
import { DEATH, SYSCALL } from '../layer/event.js';
import type { DetachOption } from '../layer/option.js';
import type { Thread } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { killers } from '../scenarios/end.js';
import { exiting } from '../scenarios/exit-function.js';
import { forget, tearDown } from '../scenarios/owner.js';
import { type Cast, type DetachSizes, type DetachWorld, watching } from '../scenarios/world.js';

const filteringUnload: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'filtering-unload',
  title: 'Detach from the threads that are alive, then unload the module',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => {
    const parts = Array.from({ length: sizes.engines }, () => ({
      flags: SYSCALL | DEATH,
      callbacks: watching,
    }));
    return exiting(option, sizes, parts, fromTheLiving, killers);
  },
};

function fromTheLiving(option: DetachOption, cast: Cast, current: Thread): boolean {
  let allowed = true;
  for (const task of cast.tasks) {
    const dying = task.exited;
    if (!dying)
      for (const engine of task.engines) {
        const answer = tearDown(option, task, engine, current);
        if (!option.ownerMayUnload(engine, answer)) allowed = false;
        forget(option, engine);
      }
  }
  return allowed;
}

export const dyingThreadsSkipped: Mutant<DetachOption, DetachWorld> = {
  id: 'C06',
  title: 'Threads that are dying are passed over',
  source: 'SystemTap, fixed in a962af3a',
  option: recordBarrier,
  of: 'record-barrier',
  scenario: filteringUnload,
  caughtBy: 'lifetime/text',
};
