/** SystemTap counted work, found no memory for it, and forgot to count down again. Its exit function waits for ever. */
import { atomicInc, choose, type Mutant, type Scenario } from '@quiesce/checker/language';
import type { Backlog, Work } from '../client/backlog.js';
import type { DetachOption } from '../layer/option.js';
import { recordBarrier } from '../options/record-barrier.js';
import { deferring, orderly } from '../scenarios/deferring.js';
import type { DetachSizes, DetachWorld } from '../scenarios/world.js';

const leakingCount: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'leaking-count',
  title: 'Detach, then wait for deferred work, of which some could not be deferred',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => deferring(option, sizes, { ...orderly, defer }),
};

/** The exit function detaches first, so there is no other reason to defer nothing. */
function defer(backlog: Backlog, work: Work): void {
  atomicInc(backlog, 'outstanding');
  const allocated = choose(true, false);
  if (allocated) work.queued = true;
}

export const leakedCount: Mutant<DetachOption, DetachWorld> = {
  id: 'C08',
  title: 'A count is taken and not given back where memory runs out',
  source: 'SystemTap, fixed in c59e8944',
  option: recordBarrier,
  of: 'record-barrier',
  scenario: leakingCount,
  caughtBy: 'unload/succeeds',
};
