/**
 * Work that a tracer defers: a callback puts it on a list, and a task does it on its way to user mode, outside any
 * callback. The core knows nothing of it. So the tracer counts what is outstanding, and its exit function waits for zero.
 */
import { atomic, atomicDecAndTest, atomicInc, type Int, shared, when } from '@quiesce/checker/language';
import { useData } from '../layer/data.js';
import type { Engine } from '../layer/engine.js';
import { textRuns } from '../layer/observations.js';
import type { Crew } from '../layer/target.js';

export interface Work {
  readonly name: string;
  queued: boolean;
}

export interface Backlog {
  readonly name: string;
  readonly works: readonly Work[];
  /** What the tracer counts: below zero, a piece of work was done before it was counted. */
  outstanding: Int<-1, 2>;
  /** The tracer defers no more. */
  stopping: boolean;
}

export function newBacklog(works: number): Backlog {
  const names = Array.from({ length: works }, (_, index) => `W${index}`);
  return newBacklogOf(names.map((name) => shared<Work>({ name, queued: false })));
}

function newBacklogOf(works: readonly Work[]): Backlog {
  return shared<Backlog>({ name: 'backlog', works, outstanding: 0, stopping: false });
}

/** Counts first, and asks only then whether the tracer is stopping. Whoever waits for zero has said so before. */
export function deferWork(backlog: Backlog, work: Work): void {
  atomicInc(backlog, 'outstanding');
  if (backlog.stopping) atomicDecAndTest(backlog, 'outstanding');
  else work.queued = true;
}

/** Until no work is outstanding; afterwards none is deferred. */
export function drain(backlog: Backlog): void {
  backlog.stopping = true;
  when(backlog.outstanding === 0);
}

/** Ends when no owner is active and no work is left. `doOne` does the work that stands at this place. */
export function doWorks(backlog: Backlog, crew: Crew, doOne: (place: number) => void): void {
  while (true) {
    const some = atomic(() => {
      when(isQueued(backlog) || crew.active === 0);
      return isQueued(backlog);
    });
    if (!some) break;
    for (let place = 0; place < backlog.works.length; place++) if (backlog.works[place]!.queued) doOne(place);
  }
}

function isQueued(backlog: Backlog): boolean {
  let some = false;
  for (const work of backlog.works) if (work.queued) some = true;
  return some;
}

/**
 * One piece of work, which uses the data of the engine that deferred it. The count goes down in text of the core, which has
 * called the tracer's function.
 */
export function doWork(backlog: Backlog, work: Work, engine: Engine): void {
  work.queued = false;
  textRuns(engine.module);
  useData(engine);
  textRuns(engine.module);
  atomicDecAndTest(backlog, 'outstanding');
}
