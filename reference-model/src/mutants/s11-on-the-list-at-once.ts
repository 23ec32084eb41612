/** Seeded: a new engine goes onto the list that the task is walking. */
import type { Mutant } from '@quiesce/checker/language';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { record } from '../options/record.js';
import { attachInCallback } from '../scenarios/attach-in-callback.js';
import type { DetachWorld } from '../scenarios/world.js';

export const onTheListAtOnce: Mutant<DetachOption, DetachWorld> = {
  id: 'S11',
  title: 'A new engine is told of the event in which it was attached',
  source: 'seeded',
  option: { ...record, addEngine },
  of: 'record',
  scenario: attachInCallback,
  caughtBy: 'attach/notThisEvent',
};

function addEngine(_task: Task, engine: Engine): void {
  engine.attached = true;
}
