/** Seeded: detach clears the events and leaves the table, so that quiesce callbacks go on. */
import type { Mutant } from '@quiesce/checker/language';
import type { Engine } from '../layer/engine.js';
import { QUIESCE } from '../layer/event.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { record } from '../options/record.js';
import { detachSigkill } from '../scenarios/detach-sigkill.js';
import type { DetachWorld } from '../scenarios/world.js';

export const flagsOnly: Mutant<DetachOption, DetachWorld> = {
  id: 'S02',
  title: 'Detach clears the events and leaves the callbacks',
  source: 'seeded',
  option: { ...record, markDetached },
  of: 'record',
  scenario: detachSigkill,
  caughtBy: 'detach/atMostOneAfterInProgress',
};

function markDetached(task: Task, engine: Engine): void {
  if (engine.wantsStop) task.stopWanted = false;
  engine.wantsStop = false;
  engine.flags = QUIESCE;
}
