/**
 * Per-CPU reference: a count for each engine that is split over the processors until detach kills it.
 *
 * Mechanism: the task takes a reference while the engine lives and gives it back after the callback: an add to a word of its
 * processor, inside an RCU section. Detach swaps the table and kills the reference, which waits for a grace period; then it
 * is confirmed that nobody can take one any more, the words are added up, and detach waits for the last one.
 * Contract: 0 means that no callback runs or will start, and it is exact; `-EINPROGRESS` does not exist. Callbacks may sleep.
 * The call sleeps, so it cannot be made from a callback of the same engine, or under a lock that a callback takes. Only
 * detach waits: a reference cannot be killed for an engine that stays, so set_events offers nothing.
 * Cost: two adds and two RCU sections per engine and event; a grace period per detach; 8 bytes per processor and about 64 per
 * engine, which is prohibitive for engines of single tasks, and right for a global engine or for one table of callbacks.
 * Source: lib/percpu-refcount.c, of 2013; the trampolines of BPF hold one per image.
 */
import { when } from '@quiesce/checker/language';
import type { Answer } from '../layer/answer.js';
import { common } from '../layer/common.js';
import type { Engine } from '../layer/engine.js';
import type { DetachOption } from '../layer/option.js';
import type { Task, Thread } from '../layer/task.js';
import { isReleased, percpuRefKill, percpuRefPut, percpuRefTryGetLive } from '../sync/percpu-ref.js';

export const percpuRef: DetachOption = {
  ...common,
  title: 'A reference per callback, counted by processor; detach kills it and waits for the last',
  ownerReferences: 1,
  enter,
  leave,
  awaitCallbacks,
};

function enter(task: Task, engine: Engine): boolean {
  return percpuRefTryGetLive(engine.ref, task.context.rcu, task.context.cpu);
}

function leave(task: Task, engine: Engine): void {
  percpuRefPut(engine.ref, task.context.rcu, task.context.cpu);
}

function awaitCallbacks(engine: Engine, _current: Thread, task: Task): Answer {
  if (engine.ops === 'user') return 0;
  percpuRefKill(engine.ref, task.context.machine.rcu);
  when(isReleased(engine.ref));
  return 0;
}
