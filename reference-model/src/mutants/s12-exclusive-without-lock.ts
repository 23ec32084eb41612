/** Seeded: an exclusive attach looks for other engines before it takes the lock. */
import { lock, type Mutant, unlock } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import { enlist, findMatching, type Match } from '../layer/attach.js';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { record } from '../options/record.js';
import { attachExclusive } from '../scenarios/attach-exclusive.js';
import type { DetachWorld } from '../scenarios/world.js';

export const exclusiveWithoutLock: Mutant<DetachOption, DetachWorld> = {
  id: 'S12',
  title: 'Two engines are attached exclusively',
  source: 'seeded',
  option: { ...record, enlist: lookThenEnlist },
  of: 'record',
  scenario: attachExclusive,
  caughtBy: 'attach/oneExclusive',
};

function lookThenEnlist(option: DetachOption, task: Task, engine: Engine, unless: Match | null): Answer {
  unlock(task.lock);
  const found = unless === null ? null : findMatching(option, task, unless);
  lock(task.lock);
  return found === null ? enlist(option, task, engine, null) : '-EEXIST';
}
