/**
 * The uprobes of SystemTap detached, looked away, and freed what the callbacks use. That these fetch the pointer in an RCU
 * section is no help: nobody deferred the free.
 */
import type { Mutant, Scenario } from '@quiesce/checker/language';
import { detach } from '../layer/control.js';
import { freeData } from '../layer/data.js';
import type { DetachOption } from '../layer/option.js';
import type { Thread } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { exiting } from '../scenarios/exit-function.js';
import { forget } from '../scenarios/owner.js';
import { type Cast, type DetachSizes, type DetachWorld, watchers } from '../scenarios/world.js';

const carelessFree: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'careless-free',
  title: 'Detach all engines, ignore the answers, and free the data',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => exiting(option, sizes, watchers(sizes.engines), detachAndFree),
};

/** The module stays. */
function detachAndFree(option: DetachOption, cast: Cast, current: Thread): boolean {
  for (const task of cast.tasks)
    for (const engine of task.engines) {
      detach(option, task, engine, current);
      freeData(engine);
      forget(option, engine);
    }
  return false;
}

export const answerIgnoredThenFreed: Mutant<DetachOption, DetachWorld> = {
  id: 'C13',
  title: 'A client ignores -EINPROGRESS and frees its data',
  source: 'SystemTap, uprobe_free_task in uprobes2',
  option: recordBarrier,
  of: 'record-barrier',
  scenario: carelessFree,
  caughtBy: 'lifetime/data',
};
