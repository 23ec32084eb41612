/**
 * When SystemTap began to wait with the barrier, it took -ESRCH for a failure: the engine is gone, which was what it
 * wanted. The session ended in an error and its module stayed.
 */
import type { Mutant, Scenario } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import { detach } from '../layer/control.js';
import type { DetachOption } from '../layer/option.js';
import type { Thread } from '../layer/task.js';
import { barrier, recordBarrier } from '../options/record-barrier.js';
import { exiting } from '../scenarios/exit-function.js';
import { forget } from '../scenarios/owner.js';
import { type Cast, type DetachSizes, type DetachWorld, watchers } from '../scenarios/world.js';

const strictUnload: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'strict-unload',
  title: 'Detach, wait, and give up unless the barrier answers 0',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => exiting(option, sizes, watchers(sizes.engines), insistOnZero),
};

function insistOnZero(option: DetachOption, cast: Cast, current: Thread): boolean {
  let failed = false;
  for (const task of cast.tasks)
    for (const engine of task.engines) {
      let answer: Answer = detach(option, task, engine, current);
      if (answer === '-EINPROGRESS') answer = barrier(task, engine, current);
      if (answer !== 0) failed = true;
      forget(option, engine);
    }
  return !failed;
}

export const goneIsAFailure: Mutant<DetachOption, DetachWorld> = {
  id: 'C05',
  title: 'A barrier that says that the engine is gone is taken for a failure',
  source: 'SystemTap 722a48db, fixed in 514f3b06',
  option: recordBarrier,
  of: 'record-barrier',
  scenario: strictUnload,
  caughtBy: 'unload/succeeds',
};
