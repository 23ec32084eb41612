/**
 * Once the reaper had begun, giving up the reap event was refused, which would have done no harm, and asking for it was
 * not: the caller was told 0, and waited for a callback that never came.
 */
import { atomic, type Mutant } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import type { Engine } from '../layer/engine.js';
import { REAP } from '../layer/event.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { record } from '../options/record.js';
import { changeEvents } from '../scenarios/change-events.js';
import type { DetachWorld } from '../scenarios/world.js';

export const reapSetTooLate: Mutant<DetachOption, DetachWorld> = {
  id: 'H19',
  title: 'The reap event can be asked for after the reaper has begun',
  source: 'utrace, fixed in 80ac8b3cf85',
  option: { ...record, refusesEvents },
  of: 'record',
  scenario: changeEvents,
  caughtBy: 'final/eventsAreTrue',
};

function refusesEvents(task: Task, engine: Engine, flags: number): Answer {
  if (engine.ops !== 'user') return '-ESRCH';
  const refused = atomic(() => task.reap && (engine.flags & ~flags & REAP) !== 0);
  return refused ? '-ESRCH' : 0;
}
