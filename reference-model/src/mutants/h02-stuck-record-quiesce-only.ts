/**
 * Between August and October 2010 a report without an event set the record again after the quiesce callback, and left it,
 * since there was no other callback to make.
 */
import type { Mutant } from '@quiesce/checker/language';
import type { Engine } from '../layer/engine.js';
import type { Event } from '../layer/event.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { clearEvents } from '../scenarios/clear-events.js';
import type { DetachWorld } from '../scenarios/world.js';

export const stuckRecordQuiesceOnly: Mutant<DetachOption, DetachWorld> = {
  id: 'H02',
  title: 'The record stays set after a report that only says that the task is quiet',
  source: 'utrace 47c593ee5d9, fixed in 30c9e5584d6',
  option: { ...recordBarrier, openAgain },
  of: 'record-barrier',
  scenario: clearEvents,
  caughtBy: 'wait/ends',
};

function openAgain(option: DetachOption, task: Task, engine: Engine, event: Event): 'open' | 'over' | 'gone' {
  // The fault: these two lines stand in the wrong order.
  if (!option.enter(task, engine)) return 'gone';
  return event === 'resume' ? 'over' : 'open';
}
