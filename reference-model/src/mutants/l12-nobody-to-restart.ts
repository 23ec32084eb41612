/**
 * The barrier of what shipped sleeps interruptibly, and asks to be restarted. A module's exit function has nobody who
 * could restart it: if it takes the error for an end, the module is freed under its callback.
 */
import type { Mutant, Scenario } from '@quiesce/checker/language';
import { detach } from '../layer/control.js';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import { killThread } from '../layer/stop.js';
import type { Task, Thread } from '../layer/task.js';
import { barrier, recordBarrier } from '../options/record-barrier.js';
import { unloading } from '../scenarios/detach-unload.js';
import { type DetachSizes, type DetachWorld, watchers } from '../scenarios/world.js';

const interruptedUnload: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'interrupted-unload',
  title: 'Detach all engines, one barrier for each, then unload the module',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => {
    const world = unloading(option, sizes, watchers(sizes.engines), waitOnce);
    const killer = { name: 'K', body: () => killThread(world.owners[0]!) };
    return { ...world, processes: [...world.processes, killer] };
  },
};

function waitOnce(option: DetachOption, task: Task, engine: Engine, current: Thread): boolean {
  const answer = detach(option, task, engine, current);
  if (answer === '-EINPROGRESS') barrier(task, engine, current);
  return true;
}

export const nobodyToRestart: Mutant<DetachOption, DetachWorld> = {
  id: 'L12',
  title: 'An exit function that does not restart the barrier',
  source: 'utrace as it shipped: -ERESTARTSYS where nobody can act on it',
  option: recordBarrier,
  of: 'record-barrier',
  scenario: interruptedUnload,
  caughtBy: 'lifetime/text',
};
