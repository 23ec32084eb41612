/**
 * Until December 2009 a callback's answer DETACH was applied without the lock. A barrier that had seen the engine attached
 * could then see the record empty, and answer that the engine is attached and idle. ptrace took it up again at once.
 */
import type { Mutant } from '@quiesce/checker/language';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { clearEvents } from '../scenarios/clear-events.js';
import type { DetachWorld } from '../scenarios/world.js';

export const locklessSelfDetach: Mutant<DetachOption, DetachWorld> = {
  id: 'H04',
  title: 'A callback detaches its engine without the lock',
  source: 'utrace, fixed in f872e699d69',
  option: { ...recordBarrier, detachSelf },
  of: 'record-barrier',
  scenario: clearEvents,
  caughtBy: 'effect/barrierZeroMeansAttached',
};

function detachSelf(option: DetachOption, task: Task, engine: Engine): void {
  option.markDetached(task, engine);
}
