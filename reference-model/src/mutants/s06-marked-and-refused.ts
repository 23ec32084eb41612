/** Seeded: detach marks the engine even where it then answers -EALREADY, and the death callback is never made. */
import type { Mutant } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import { refusal } from '../layer/control.js';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { record } from '../options/record.js';
import { detachSigkill } from '../scenarios/detach-sigkill.js';
import type { DetachWorld } from '../scenarios/world.js';

export const markedAndRefused: Mutant<DetachOption, DetachWorld> = {
  id: 'S06',
  title: 'Detach marks the engine, and then refuses',
  source: 'seeded',
  option: { ...record, refusal: markAndRefuse },
  of: 'record',
  scenario: detachSigkill,
  caughtBy: 'final/alreadyMeansDeath',
};

function markAndRefuse(task: Task, engine: Engine): Answer {
  const answer = refusal(task, engine);
  if (answer === '-EALREADY') engine.ops = 'detached';
  return answer;
}
