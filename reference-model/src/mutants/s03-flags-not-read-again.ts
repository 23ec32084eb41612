/** Seeded: after the quiesce callback the flags from before it still count. */
import { type Mutant, smp_rmb } from '@quiesce/checker/language';
import { callThrough } from '../layer/callbacks.js';
import type { Engine } from '../layer/engine.js';
import { type Event, maskOf, QUIESCE } from '../layer/event.js';
import type { DetachOption, Turn } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { clearEvents } from '../scenarios/clear-events.js';
import type { DetachWorld } from '../scenarios/world.js';

export const flagsNotReadAgain: Mutant<DetachOption, DetachWorld> = {
  id: 'S03',
  title: 'The flags are not read again after the quiesce callback',
  source: 'seeded',
  option: { ...recordBarrier, startCallback },
  of: 'record-barrier',
  scenario: clearEvents,
  caughtBy: 'barrier/zeroMeansQuiet',
};

function startCallback(option: DetachOption, task: Task, engine: Engine, event: Event): Turn {
  option.enter(task, engine);
  const flags = engine.flags;
  const wantsQuiesce = (flags & QUIESCE) !== 0;
  const wanted = (flags & maskOf(event)) !== 0;
  smp_rmb();
  const ops = engine.ops;
  if (wantsQuiesce || ops === 'detached') {
    const action = callThrough(ops, task, engine, 'quiesce');
    if (option.finishCallback(option, task, engine, action)) return 'gone';
    if (event === 'resume') return 'over';
    option.enter(task, engine);
  }
  if (wanted) return ops;
  option.leave(task, engine);
  return 'over';
}
