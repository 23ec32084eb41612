/** Seeded: a call does not look whether the engine is detached already. */
import type { Mutant } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { twoDetachers } from '../scenarios/two-detachers.js';
import type { DetachWorld } from '../scenarios/world.js';

export const detachedTwice: Mutant<DetachOption, DetachWorld> = {
  id: 'S05',
  title: 'An engine on its way out can be detached once more',
  source: 'seeded',
  option: { ...recordBarrier, refusal },
  of: 'record-barrier',
  scenario: twoDetachers,
  caughtBy: 'two/oneWins',
};

function refusal(task: Task, engine: Engine): Answer {
  if (engine.ops === 'none') return '-ESRCH';
  if (task.reap) return '-ESRCH';
  if (task.death === 'begun') return '-EALREADY';
  return 0;
}
