/** Seeded: detach completes the engine at once, though the task is in one of its callbacks. */
import { atomicDecAndTest, type Mutant } from '@quiesce/checker/language';
import type { Engine } from '../layer/engine.js';
import { markDetached } from '../layer/mark.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { completion } from '../options/completion.js';
import { detachRunning } from '../scenarios/detach-running.js';
import type { DetachWorld } from '../scenarios/world.js';

export const completedTooEarly: Mutant<DetachOption, DetachWorld> = {
  id: 'S32',
  title: 'Detach completes an engine whose callback runs',
  source: 'seeded',
  option: { ...completion, markDetached: markDropAndComplete },
  of: 'completion',
  scenario: detachRunning,
  caughtBy: 'completion/isLast',
};

function markDropAndComplete(task: Task, engine: Engine): void {
  markDetached(task, engine);
  atomicDecAndTest(engine, 'inFlight');
  engine.completion = 'due';
}
