/** For a day in December 2009 the reaper's beginning was not noted, so later calls treated the task as merely dead. */
import type { Mutant } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { record } from '../options/record.js';
import { detachSigkill } from '../scenarios/detach-sigkill.js';
import type { DetachWorld } from '../scenarios/world.js';

export const reapNotRecorded: Mutant<DetachOption, DetachWorld> = {
  id: 'H10',
  title: 'A call does not notice that the reaper has begun',
  source: 'utrace a8ced33d4af, fixed in 65f5e9dac6e',
  option: { ...record, refusal },
  of: 'record',
  scenario: detachSigkill,
  caughtBy: 'final/answers',
};

function refusal(task: Task, engine: Engine): Answer {
  if (engine.ops !== 'user') return '-ESRCH';
  if (task.death === 'begun') return '-EALREADY';
  return 0;
}
