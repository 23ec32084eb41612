/**
 * `percpu_ref_kill` returns before it is certain that nobody takes a reference any more: that is what the confirm callback
 * is for. Whoever takes the killed reference for the switch, finds no user, and goes on, has not reckoned with one who had
 * looked before the kill and counts itself in afterwards.
 */
import { lock, type Mutant, unlock, when } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import type { Engine } from '../layer/engine.js';
import { markDetached } from '../layer/mark.js';
import type { DetachOption } from '../layer/option.js';
import type { Task, Thread } from '../layer/task.js';
import { percpuRef } from '../options/percpu-ref.js';
import { detachRunning } from '../scenarios/detach-running.js';
import type { DetachWorld } from '../scenarios/world.js';

export const killWithoutConfirm: Mutant<DetachOption, DetachWorld> = {
  id: 'X06',
  title: 'A killed reference is not waited for to be confirmed',
  source: 'the comment on percpu_ref_kill_and_confirm',
  option: { ...percpuRef, markDetached: kill, awaitCallbacks },
  of: 'percpu-ref',
  scenario: detachRunning,
  caughtBy: 'detach/noCallbackAfterZero',
};

function kill(_task: Task, engine: Engine): void {
  engine.ref.state = 'dead';
}

/** The table is swapped when nobody can be calling through it: so it seems. */
function awaitCallbacks(engine: Engine, _current: Thread, task: Task): Answer {
  when(engine.ref.counts[0]! + engine.ref.counts[1]! === 0);
  lock(task.lock);
  markDetached(task, engine);
  unlock(task.lock);
  return 0;
}
