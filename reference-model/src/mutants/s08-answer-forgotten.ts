/** Seeded: a callback's answer DETACH clears the events and leaves the table. */
import { lock, type Mutant, unlock } from '@quiesce/checker/language';
import type { Engine } from '../layer/engine.js';
import { QUIESCE } from '../layer/event.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { record } from '../options/record.js';
import { detachSelf } from '../scenarios/detach-self.js';
import type { DetachWorld } from '../scenarios/world.js';

export const answerForgotten: Mutant<DetachOption, DetachWorld> = {
  id: 'S08',
  title: 'A callback answers DETACH, and quiesce callbacks go on',
  source: 'seeded',
  option: { ...record, detachSelf: clearEventsOnly },
  of: 'record',
  scenario: detachSelf,
  caughtBy: 'self/lastAfterAnswer',
};

function clearEventsOnly(_option: DetachOption, task: Task, engine: Engine): void {
  lock(task.lock);
  engine.flags = QUIESCE;
  unlock(task.lock);
}
