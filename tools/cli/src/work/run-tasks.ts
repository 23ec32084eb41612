/**
 * Does tasks in the way that takes least time: what is in the cache is not done again; what is small is done here, because a
 * thread needs a tenth of a second to start; what turns out to be large, and what is left after a while, goes to threads.
 */
import type { Program } from '@quiesce/checker';
import type { Cache, CachedResult } from '../cache.js';
import type { ModelFile } from '../model.js';
import type { World } from '../world.js';
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
  /** `states`: of the task that is being done; or of all tasks in work, with threads. */
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
  let done = fromCache;
  const finish = (index: number, result: TaskResult): void => {
    results[index] = result;
    done++;
    if (result.kind !== 'broken') cache.write(tasks[index]!.key, result);
  };
  const started = world.now();
  const large: number[] = [];
  tasks.forEach((task, index) => {
    if (results[index] !== undefined) return;
    const show = (states: number): void => progress.show({ done, of: tasks.length, states });
    const result =
      world.threads === 0
        ? doTask(program, task, show)
        : world.now() - started < tryingMs
          ? tryTask(program, task, smallStates)
          : undefined;
    if (result === undefined) large.push(index);
    else finish(index, result);
  });
  if (large.length > 0) {
    const { entry, files } = workshop;
    const statesOf = new Map<number, number>();
    await runInPool(
      large.map((index) => tasks[index]!),
      {
        threads: world.threads,
        workerUrl: new URL('./worker.js', import.meta.url),
        model: { entry, files },
        onProgress: (position, states) => {
          statesOf.set(position, states);
          const sum = [...statesOf.values()].reduce((total, count) => total + count, 0);
          progress.show({ done, of: tasks.length, states: sum });
        },
        onDone: (position, result) => {
          statesOf.delete(position);
          finish(large[position]!, result);
        },
      },
    );
  }
  progress.clear();
  return { results: results.map((result) => result!), fromCache };
}

/** A key is made from all that a task is, so another kind of result under it is no result. */
function ofKind(kind: Task['kind'], result: CachedResult | undefined): CachedResult | undefined {
  return (result?.kind === 'explored') === (kind === 'explore') ? result : undefined;
}
