/** The classic of all waits for readers: who waits inside a section waits for itself. Here the slot that is waited for is the caller's own. */
import { type Mutant, smp_mb, when } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Task, Thread } from '../layer/task.js';
import { hazardPointer } from '../options/hazard-pointer.js';
import { detachSelf } from '../scenarios/detach-self.js';
import type { DetachWorld } from '../scenarios/world.js';

export const waiterInsideReader: Mutant<DetachOption, DetachWorld> = {
  id: 'X07',
  title: 'Detach finds its own caller in the slot, and waits',
  source: 'SRCU, blocking notifiers, timer_delete_sync: each documents it',
  option: { ...hazardPointer, awaitCallbacks },
  of: 'hazard-pointer',
  scenario: detachSelf,
  caughtBy: 'self/callReturns',
};

function awaitCallbacks(engine: Engine, _current: Thread, task: Task): Answer {
  smp_mb();
  when(task.reporting !== engine);
  return 0;
}
