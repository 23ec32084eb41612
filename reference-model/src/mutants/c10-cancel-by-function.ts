/**
 * SystemTap cancelled work by naming the function that it would run. Two pieces of work had the same function: the first
 * on the list was cancelled, whichever was meant, and the memory of the one that was meant was freed.
 */
import { atomic, atomicDecAndTest, type Mutant, type Scenario } from '@quiesce/checker/language';
import { type Backlog, deferWork, drain } from '../client/backlog.js';
import { freeData } from '../layer/data.js';
import type { DetachOption } from '../layer/option.js';
import type { Thread } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { deferring, orderly } from '../scenarios/deferring.js';
import { detachAll } from '../scenarios/exit-function.js';
import type { Cast, DetachSizes, DetachWorld } from '../scenarios/world.js';

const cancelling: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'cancelling',
  title: 'Defer two pieces of work, cancel one, and free what it would use',
  sizes: { tasks: 1, engines: 2, events: 0 },
  build: (option, sizes) => deferring(option, sizes, { ...orderly, letGo }),
};

function letGo(option: DetachOption, cast: Cast, backlog: Backlog, current: Thread): boolean {
  for (const work of backlog.works) deferWork(backlog, work);
  if (cancelFirst(backlog)) {
    atomicDecAndTest(backlog, 'outstanding');
    freeData(cast.engines[1]!);
  }
  drain(backlog);
  return detachAll(option, cast, current);
}

/** What is meant is the second. Both run the same function, and nothing else tells them apart. */
function cancelFirst(backlog: Backlog): boolean {
  return atomic(() => {
    let found = false;
    for (const work of backlog.works)
      if (work.queued && !found) {
        work.queued = false;
        found = true;
      }
    return found;
  });
}

export const cancelByFunction: Mutant<DetachOption, DetachWorld> = {
  id: 'C10',
  title: 'Work is cancelled by its function, and it is the wrong work',
  source: 'SystemTap, fixed in b26b4e2c',
  option: recordBarrier,
  of: 'record-barrier',
  scenario: cancelling,
  caughtBy: 'lifetime/data',
};
