/**
 * Until March 2009 SystemTap left the loop over its engines at the first answer that was not 0. One -EINPROGRESS, and the
 * other engines stayed attached while the module went.
 */
import type { Mutant, Scenario } from '@quiesce/checker/language';
import { detach } from '../layer/control.js';
import type { DetachOption } from '../layer/option.js';
import type { Thread } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { exiting } from '../scenarios/exit-function.js';
import { forget } from '../scenarios/owner.js';
import { type Cast, type DetachSizes, type DetachWorld, watchers } from '../scenarios/world.js';

const abortedUnload: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'aborted-unload',
  title: 'Detach one engine after the other until one cannot be, then unload the module',
  sizes: { tasks: 1, engines: 2, events: 2 },
  build: (option, sizes) => exiting(option, sizes, watchers(sizes.engines), untilAnError),
};

/** Waits for the engine that it got an error for, so that only the others are at fault. */
function untilAnError(option: DetachOption, cast: Cast, current: Thread): boolean {
  let failed = false;
  for (const task of cast.tasks)
    for (const engine of task.engines)
      if (!failed) {
        const answer = detach(option, task, engine, current);
        failed = answer !== 0;
        option.afterAnswer(task, engine, answer, current, option);
        forget(option, engine);
      }
  return true;
}

export const firstErrorEndsTheLoop: Mutant<DetachOption, DetachWorld> = {
  id: 'C04',
  title: 'The first error ends the loop over the engines',
  source: 'SystemTap, fixed in 59b6abb3',
  option: recordBarrier,
  of: 'record-barrier',
  scenario: abortedUnload,
  caughtBy: 'lifetime/text',
};
