/** Seeded: a call does not notice that the death report has begun, and succeeds. */
import type { Mutant } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { record } from '../options/record.js';
import { detachSigkill } from '../scenarios/detach-sigkill.js';
import type { DetachWorld } from '../scenarios/world.js';

export const deathNotNoticed: Mutant<DetachOption, DetachWorld> = {
  id: 'S09',
  title: 'A call does not notice that the death report has begun',
  source: 'seeded',
  option: { ...record, refusal },
  of: 'record',
  scenario: detachSigkill,
  caughtBy: 'final/answers',
};

function refusal(task: Task, engine: Engine): Answer {
  if (engine.ops !== 'user') return '-ESRCH';
  if (task.reap) return '-ESRCH';
  return 0;
}
