/**
 * From March 2009 to June 2010 SystemTap took -EINPROGRESS for success and unloaded its module without waiting. The option
 * is sound; its client is not.
 */
import type { Mutant, Scenario } from '@quiesce/checker/language';
import { detach } from '../layer/control.js';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Task, Thread } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { unloading } from '../scenarios/detach-unload.js';
import { type DetachSizes, type DetachWorld, watchers } from '../scenarios/world.js';

const carelessUnload: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'careless-unload',
  title: 'Detach all engines, ignore the answers, then unload the module',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => unloading(option, sizes, watchers(sizes.engines), ignoreAnswer),
};

function ignoreAnswer(option: DetachOption, task: Task, engine: Engine, current: Thread): boolean {
  detach(option, task, engine, current);
  return true;
}

export const inProgressAsSuccess: Mutant<DetachOption, DetachWorld> = {
  id: 'C01',
  title: 'A client takes -EINPROGRESS for success',
  source: 'SystemTap 59b6abb3, fixed in 9cb8092c',
  option: recordBarrier,
  of: 'record-barrier',
  scenario: carelessUnload,
  caughtBy: 'lifetime/text',
};
