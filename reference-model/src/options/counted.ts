/**
 * Counted: two atomic operations per engine and event, and detach waits.
 *
 * Mechanism: a count per engine, one while it is attached and one for each callback under way. The task adds one unless
 * it finds zero; detach takes the engine's one away and waits for zero. The word that detach changes is the word that
 * the task tests, so no other barrier is needed.
 * Contract: 0 means that no callback runs or will start, and it is exact; `-EINPROGRESS` does not exist. The call sleeps,
 * so it cannot be made from a callback of the same engine, or under a lock that a callback takes.
 * Cost: two locked operations per engine and event; 4 bytes per engine. Per-task engines keep the line to themselves; a
 * global engine's line would bounce between all processors.
 * Source: "the other obvious option" of the question, with the count started at one, which the experiment implies.
 *
 * The owner holds a reference: it waits on a word of the engine, after the task may have taken the engine off its list.
 */
import { atomic, atomicDecAndTest, when } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import { common } from '../layer/common.js';
import type { Engine } from '../layer/engine.js';
import { markDetached } from '../layer/mark.js';
import { sleepEnds } from '../layer/observations.js';
import type { DetachOption } from '../layer/option.js';
import type { Task } from '../layer/task.js';

export const counted: DetachOption = {
  ...common,
  title: 'Two atomic operations per engine and event; detach waits',
  ownerReferences: 1,
  enter,
  leave,
  markDetached: markAndDrop,
  awaitCallbacks,
};

/** `atomic_inc_not_zero`. */
function enter(_task: Task, engine: Engine): boolean {
  return atomic(() => {
    if (engine.inFlight === 0) return false;
    engine.inFlight += 1;
    return true;
  });
}

function leave(_task: Task, engine: Engine): void {
  atomicDecAndTest(engine, 'inFlight');
}

function markAndDrop(task: Task, engine: Engine): void {
  markDetached(task, engine);
  atomicDecAndTest(engine, 'inFlight');
}

/** Until no callback is under way: zero for a detached engine, one for an attached one; or the reaper has been there. */
function awaitCallbacks(engine: Engine): Answer {
  const attached = engine.ops === 'user' ? 1 : 0;
  atomic(() => {
    when(engine.inFlight <= attached || engine.ops === 'none');
    sleepEnds(engine);
  });
  return 0;
}
