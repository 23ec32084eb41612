/**
 * Between March and June 2009 the record stayed where no callback was made: an engine that wanted nothing of the event was
 * noted as being called until the task's next event.
 */
import { type Mutant, smp_rmb } from '@quiesce/checker/language';
import { callThrough } from '../layer/callbacks.js';
import type { Engine } from '../layer/engine.js';
import { type Event, maskOf, QUIESCE } from '../layer/event.js';
import type { DetachOption, Turn } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { clearEvents } from '../scenarios/clear-events.js';
import type { DetachWorld } from '../scenarios/world.js';

export const stuckRecordNoTaker: Mutant<DetachOption, DetachWorld> = {
  id: 'H01',
  title: 'The record stays set where an engine wants nothing',
  source: 'utrace 827ec3b291a, fixed in cf890ad4681',
  option: { ...recordBarrier, startCallback },
  of: 'record-barrier',
  scenario: clearEvents,
  caughtBy: 'wait/ends',
};

function startCallback(option: DetachOption, task: Task, engine: Engine, event: Event): Turn {
  option.enter(task, engine);
  const flags = engine.flags;
  const wantsQuiesce = (flags & QUIESCE) !== 0;
  let wanted = (flags & maskOf(event)) !== 0;
  smp_rmb();
  const ops = engine.ops;
  if (wantsQuiesce || ops === 'detached') {
    const action = callThrough(ops, task, engine, 'quiesce');
    if (option.finishCallback(option, task, engine, action)) return 'gone';
    if (event === 'resume') return 'over';
    option.enter(task, engine);
    wanted = (engine.flags & maskOf(event)) !== 0;
  }
  // The fault: the bracket stays open where the answer is no.
  return wanted ? ops : 'over';
}
