/**
 * Does tasks in the way that takes least time: what is in the cache is not done again; what is small is done here, because a
 * thread needs a tenth of a second to start; what turns out to be large, and what is left after a while, goes to threads.
 */
import type { Program } from '@quiesce/checker';
import type { Cache, CachedResult } from '../cache.js';
import type { ModelFile } from '../model.js';
import type { World } from '../world.js';
import { memoryError } from './memory-error.js';
import { runInPool } from './pool.js';
import { doTask, type Task, type TaskResult, tryTask } from './task.js';

export interface Workshop {
  readonly world: World;
  readonly program: Program;
  readonly entry: string;
  readonly files: readonly ModelFile[];
  readonly cache: Cache;
  readonly progress: WorkProgress;
}

export interface WorkProgress {
  /** `states`: of all tasks that are in work or were done in this run. */
  readonly show: (text: { readonly done: number; readonly of: number; readonly states: number }) => void;
  readonly clear: () => void;
}

export interface Done {
  /** As the tasks. */
  readonly results: readonly TaskResult[];
  readonly fromCache: number;
}

/** States that a task may have to be done here: some hundredths of a second. */
export const smallStates = 100_000;
/** For how long tasks are tried here. */
const tryingMs = 600;

export async function runTasks(tasks: readonly Task[], workshop: Workshop): Promise<Done> {
  const { world, program, cache, progress } = workshop;
  const results: (TaskResult | undefined)[] = tasks.map(({ kind, key }) => ofKind(kind, cache.read(key)));
  const fromCache = results.filter((result) => result !== undefined).length;
  /** By task, for those that are in work. */
  const statesOf = new Map<number, number>();
  let finishedStates = 0;
  let done = fromCache;
  const show = (index: number, states: number): void => {
    statesOf.set(index, states);
    const inWork = [...statesOf.values()].reduce((sum, count) => sum + count, 0);
    progress.show({ done, of: tasks.length, states: finishedStates + inWork });
  };
  const finish = (index: number, result: TaskResult): void => {
    results[index] = result;
    done++;
    statesOf.delete(index);
    if (result.kind === 'explored' || result.kind === 'compared') finishedStates += result.states;
    if (result.kind !== 'broken') cache.write(tasks[index]!.key, result);
  };

  const started = world.now();
  const large: number[] = [];
  const doHere = (task: Task, index: number): TaskResult | undefined => {
    if (world.threads === 0) return doTask(program, task, (states) => show(index, states));
    return world.now() - started < tryingMs ? tryTask(program, task, smallStates) : undefined;
  };
  try {
    tasks.forEach((task, index) => {
      if (results[index] !== undefined) return;
      const result = doHere(task, index);
      if (result === undefined) large.push(index);
      else finish(index, result);
    });
    await runInPool(
      large.map((index) => tasks[index]!),
      {
        threads: world.threads,
        workerUrl: new URL('./worker.js', import.meta.url),
        model: { entry: workshop.entry, files: workshop.files },
        onProgress: (position, states) => show(large[position]!, states),
        onDone: (position, result) => finish(large[position]!, result),
      },
    );
  } catch (error) {
    throw memoryError(error);
  } finally {
    progress.clear();
  }
  return { results: results.map((result) => result!), fromCache };
}

/** A key is made from all that a task is, so another kind of result under it is no result. */
function ofKind(kind: Task['kind'], result: CachedResult | undefined): CachedResult | undefined {
  return result !== undefined && resultKinds[kind].includes(result.kind) ? result : undefined;
}

const resultKinds: Readonly<Record<Task['kind'], readonly CachedResult['kind'][]>> = {
  explore: ['explored'],
  story: ['story', 'no-story'],
  compare: ['compared', 'incomparable'],
  witness: ['witness', 'no-witness'],
};
