/**
 * The experiment with the question added one before each callback and took it away afterwards, without a barrier: on powerpc64
 * the addition of 2008 had none of its own, so the table could be read before the count was seen. Here the task adds by an
 * ordinary store, which is what it comes to. On x86 the locked instruction hides it.
 */
import { type Mutant, smp_mb, when } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import type { Engine } from '../layer/engine.js';
import { markDetached } from '../layer/mark.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';
import { counted } from '../options/counted.js';
import { detachFreeData } from '../scenarios/detach-free-data.js';
import type { DetachWorld } from '../scenarios/world.js';

export const countWithoutFence: Mutant<DetachOption, DetachWorld> = {
  id: 'X08',
  title: 'Callbacks are counted without a barrier',
  source: 'the experiment in the question itself, on powerpc64',
  memory: 'tso',
  option: { ...counted, enter, leave, markDetached, awaitCallbacks },
  of: 'counted',
  scenario: detachFreeData,
  caughtBy: 'lifetime/data',
};

function enter(_task: Task, engine: Engine): boolean {
  engine.inFlight += 1;
  return true;
}

function leave(_task: Task, engine: Engine): void {
  engine.inFlight -= 1;
}

/** The detacher makes its barrier, and finds the count that is there from the beginning. */
function awaitCallbacks(engine: Engine): Answer {
  smp_mb();
  when(engine.inFlight === 1);
  return 0;
}
