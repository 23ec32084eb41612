/**
 * A callback's answer STOP was noted in the word that holds the requests, where the strongest wish wins. It is the
 * strongest of all, and nothing ever took it away: no task that had stopped once could be asked for a report again.
 */
import { atomic, type Mutant } from '@quiesce/checker/language';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { keepStopped } from '../layer/turn.js';
import { record } from '../options/record.js';
import { requestReports } from '../scenarios/request-reports.js';
import type { DetachWorld } from '../scenarios/world.js';

export const poisonedRequest: Mutant<DetachOption, DetachWorld> = {
  id: 'H22',
  title: 'A stop is noted among the requests, and outdoes all that follow',
  source: 'utrace, fixed in 4d17e95d4b6',
  option: { ...record, keepStopped: noteStop },
  of: 'record',
  scenario: requestReports,
  caughtBy: 'request/isServed',
};

function noteStop(task: Task, engine: Engine): void {
  keepStopped(task, engine);
  atomic(() => {
    if (task.request === 'none') task.request = 'stop';
  });
}
