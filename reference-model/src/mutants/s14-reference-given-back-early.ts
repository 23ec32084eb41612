/** Seeded: the list's reference is given back where the engine is marked, and not where it is taken off the list. */
import type { Mutant } from '@quiesce/checker/language';
import { type Engine, putEngine } from '../layer/engine.js';
import { markDetached } from '../layer/mark.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { record } from '../options/record.js';
import { detachRelease } from '../scenarios/detach-release.js';
import type { DetachWorld } from '../scenarios/world.js';

export const referenceGivenBackEarly: Mutant<DetachOption, DetachWorld> = {
  id: 'S14',
  title: 'The data is released while a callback runs',
  source: 'seeded',
  option: { ...record, markDetached: markAndPut },
  of: 'record',
  scenario: detachRelease,
  caughtBy: 'release/lastOfAll',
};

function markAndPut(task: Task, engine: Engine): void {
  markDetached(task, engine);
  putEngine(engine);
}
