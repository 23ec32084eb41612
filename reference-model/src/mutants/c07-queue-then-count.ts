/**
 * SystemTap puts work on a task's list and counts it afterwards. In between it is there and not counted: an exit function
 * that looks now sees zero, and the module goes with work of its own pending.
 */
import { atomicInc, type Mutant, type Scenario } from '@quiesce/checker/language';
import { type Backlog, drain, type Work } from '../client/backlog.js';
import type { DetachOption } from '../layer/option.js';
import type { Thread } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { deferring, orderly } from '../scenarios/deferring.js';
import { detachAll } from '../scenarios/exit-function.js';
import type { Cast, DetachSizes, DetachWorld } from '../scenarios/world.js';

const queueThenCount: Scenario<DetachOption, DetachWorld, DetachSizes> = {
  id: 'queue-then-count',
  title: 'Defer work before it is counted; refuse new work, wait for zero, detach, and unload the module',
  sizes: { tasks: 1, engines: 1, events: 1 },
  build: (option, sizes) => deferring(option, sizes, { ...orderly, defer, letGo: drainThenDetach }),
};

function defer(backlog: Backlog, work: Work): void {
  if (backlog.stopping) return;
  work.queued = true;
  atomicInc(backlog, 'outstanding');
}

/** In this order, too, all would be well if work were counted first: no work comes once zero was seen. */
function drainThenDetach(option: DetachOption, cast: Cast, backlog: Backlog, current: Thread): boolean {
  drain(backlog);
  return detachAll(option, cast, current);
}

export const queuedThenCounted: Mutant<DetachOption, DetachWorld> = {
  id: 'C07',
  title: 'Work is queued, and then counted',
  source: 'SystemTap, stp_task_work_add; not fixed in 2026',
  option: recordBarrier,
  of: 'record-barrier',
  scenario: queueThenCount,
  caughtBy: 'lifetime/text',
};
