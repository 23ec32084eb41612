/**
 * Until August 2010 (and in RHEL 6 for good) only the flags decided on the quiesce callback. A task that read the flags
 * before a detach and the table after it called the event's callback in a table that has none.
 */
import { type Mutant, smp_rmb } from '@quiesce/checker/language';
import { callThrough } from '../layer/callbacks.js';
import type { Engine } from '../layer/engine.js';
import { type Event, maskOf, QUIESCE } from '../layer/event.js';
import type { DetachOption, Turn } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { record } from '../options/record.js';
import { detachRunning } from '../scenarios/detach-running.js';
import type { DetachWorld } from '../scenarios/world.js';

export const tableAndFlagsTorn: Mutant<DetachOption, DetachWorld> = {
  id: 'H05',
  title: 'Old flags with the new table: a callback that does not exist is called',
  source: 'utrace, fixed in 9cc6eff5cf9',
  option: { ...record, startCallback },
  of: 'record',
  scenario: detachRunning,
  caughtBy: 'dispatch/neverEmpty',
};

function startCallback(option: DetachOption, task: Task, engine: Engine, event: Event): Turn {
  option.enter(task, engine);
  const flags = engine.flags;
  const wantsQuiesce = (flags & QUIESCE) !== 0;
  let wanted = (flags & maskOf(event)) !== 0;
  smp_rmb();
  const ops = engine.ops;
  // The fault: the table is not looked at.
  if (wantsQuiesce) {
    const action = callThrough(ops, task, engine, 'quiesce');
    if (option.finishCallback(option, task, engine, action)) return 'gone';
    if (event === 'resume') return 'over';
    option.enter(task, engine);
    wanted = (engine.flags & maskOf(event)) !== 0;
  }
  if (wanted) return ops;
  option.leave(task, engine);
  return 'over';
}
