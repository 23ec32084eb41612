/**
 * Detach marked the engine, which clears its stop, and asked only then whether the engine had wanted a stop. The answer
 * was always no, and the task stopped for an engine that was gone.
 */
import { type Mutant, smp_wmb } from '@quiesce/checker/language';
import type { Engine } from '../layer/engine.js';
import { QUIESCE } from '../layer/event.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { recordBarrier } from '../options/record-barrier.js';
import { detachSigkill } from '../scenarios/detach-sigkill.js';
import type { DetachWorld } from '../scenarios/world.js';

export const markBeforeAsk: Mutant<DetachOption, DetachWorld> = {
  id: 'H08',
  title: 'The stop of a detached engine is not lifted',
  source: 'utrace d1a14cef3e6, fixed in eac91f4526d',
  option: { ...recordBarrier, markDetached },
  of: 'record-barrier',
  scenario: detachSigkill,
  caughtBy: 'effect/noOrphanStop',
};

function markDetached(task: Task, engine: Engine): void {
  engine.ops = 'detached';
  smp_wmb();
  engine.wantsStop = false;
  engine.flags = QUIESCE;
  // The fault: this line stands too late.
  if (engine.wantsStop) task.stopWanted = false;
}
