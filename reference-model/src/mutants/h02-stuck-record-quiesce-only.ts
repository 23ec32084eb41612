/**
 * Between August and October 2010 a report without an event set the record again after the quiesce callback, and left it,
 * since there was no other callback to make.
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

export const stuckRecordQuiesceOnly: Mutant<DetachOption, DetachWorld> = {
  id: 'H02',
  title: 'The record stays set after a report that only says that the task is quiet',
  source: 'utrace 47c593ee5d9, fixed in 30c9e5584d6',
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
    option.enter(task, engine);
    // The fault: these two lines stand in the wrong order.
    if (event === 'resume') return 'over';
    wanted = (engine.flags & maskOf(event)) !== 0;
  }
  if (wanted) return ops;
  option.leave(task, engine);
  return 'over';
}
